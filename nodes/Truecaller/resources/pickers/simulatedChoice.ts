import type { INodeProperties } from 'n8n-workflow';

/** An entry of a list in the simulation. */
export type SimulatedChoice = { readonly id: string; readonly name: string };

/**
 * Returns the field once for the account and once for the simulation, where a choice is made already. Beware: n8n's
 * editor loads no list for a node without a credential, though the node asks for none in the simulation.
 */
export const withSimulatedChoice = (
	field: INodeProperties,
	{ id, name }: SimulatedChoice,
): readonly INodeProperties[] => [
	{ ...field, displayOptions: { show: { connectTo: ['truecaller'] } } },
	{
		...field,
		default: { __rl: true, mode: 'list', value: id, cachedResultName: name },
		displayOptions: { show: { connectTo: ['simulation'] } },
	},
];
