import type { IExecuteFunctions } from 'n8n-workflow';

/** Hint beside the output of every run in the simulation, also of a published workflow. */
export const SIMULATED =
	"This run was a simulation: nothing was sent to Truecaller, and no phone showed anything. To use your account, set 'Connect To' to My Truecaller Account.";

/** Shows a hint beside the output, if the version of n8n supports hints. */
export const showHint = (context: IExecuteFunctions, message: string | undefined): void => {
	if (message !== undefined && 'addExecutionHints' in context)
		context.addExecutionHints({ message, location: 'outputPane' });
};
