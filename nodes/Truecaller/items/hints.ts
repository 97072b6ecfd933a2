import type { IExecuteFunctions } from 'n8n-workflow';

/** Said beside the output of every run in the simulation, of a published workflow too. */
export const SIMULATED =
	"This run was a simulation: nothing was sent to Truecaller, and no phone showed anything. To use your account, set 'Connect To' to My Truecaller Account.";

/** Shows one sentence beside the output, where the version of n8n can. */
export const showHint = (context: IExecuteFunctions, message: string | undefined): void => {
	if (message !== undefined && 'addExecutionHints' in context)
		context.addExecutionHints({ message, location: 'outputPane' });
};
