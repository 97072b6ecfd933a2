import type { INodeProperties } from 'n8n-workflow';

/**
 * Where the requests go: to Truecaller with the account of a credential, or to the simulation in
 * this pack.
 */
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

/** Notice for as long as the simulation is chosen. */
const simulationNotice: INodeProperties = {
	displayName:
		'Simulation: nothing is sent to Truecaller, and no phone shows anything. Every row has <code>simulated: true</code>. To use your account, set <b>Connect To</b> to <b>My Truecaller Account</b>. <a href="https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller/blob/main/docs/simulation.md" target="_blank">More about the simulation</a>',
	name: 'simulationNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { connectTo: ['simulation'] } },
};

/** The first fields of the form. */
export const connectToFields: readonly INodeProperties[] = [connectToField, simulationNotice];

/** Marks simulated nodes on the canvas. An expression for n8n. */
export const SUBTITLE_PREFIX = '($parameter["connectTo"] === "simulation" ? "Simulation: " : "")';
