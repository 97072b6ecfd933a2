import type { INodeProperties } from 'n8n-workflow';

/** Where the calls go: to Truecaller with the account of a credential, or to the model of it in this pack. */
const connectToField: INodeProperties = {
	displayName: 'Connect To',
	name: 'connectTo',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'My Truecaller Account',
			value: 'truecaller',
			description: 'Calls Truecaller with the credential',
		},
		{
			name: 'Simulation (No Account Needed)',
			value: 'simulation',
			description: 'A model of Truecaller in this node answers, so that you can try everything',
		},
	],
	default: 'truecaller',
};

/** Shown as long as nothing is real. */
const simulationNotice: INodeProperties = {
	displayName:
		'Simulation: nothing is sent to Truecaller, and no phone shows anything. Every row has <code>simulated: true</code>. To use your account, set <b>Connect To</b> to <b>My Truecaller Account</b>. <a href="https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller/blob/main/docs/simulation.md" target="_blank">More about the simulation</a>',
	name: 'simulationNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { connectTo: ['simulation'] } },
};

/** The head of the form. */
export const connectToFields: readonly INodeProperties[] = [connectToField, simulationNotice];

/** Says on the canvas which nodes are not real: code of n8n's expressions. */
export const SUBTITLE_PREFIX = '($parameter["connectTo"] === "simulation" ? "Simulation: " : "")';
