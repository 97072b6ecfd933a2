import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

/** Tells an AI agent that the tool is only simulated. */
const SIMULATED_TOOL =
	'This is a simulation: nothing is sent to Truecaller and no phone shows anything, so say that to the person you talk to.';

const toolDescriptionField = (
	told: string,
	resource: string,
	displayOptions: IDisplayOptions,
): INodeProperties => ({
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	default: told,
	required: true,
	typeOptions: { rows: 4 },
	description:
		'What the AI agent is told about this tool: what it does, what its answer means, and when to use it',
	displayOptions,
	// Only for a node that is a tool. Otherwise n8n lists this field for AI builders in every
	// operation.
	disabledOptions: { show: { resource: [resource], '@tool': [false] } },
});

/**
 * Returns the description of a tool. n8n alone would give an AI agent only the action. The agent
 * also needs the meaning of the output and which changes are final. Two fields share one name: only
 * so can a default depend on Connect To.
 */
export const toolDescriptionFields = (resource: string, told: string): INodeProperties[] => [
	toolDescriptionField(told, resource, {
		show: { '@tool': [true] },
		hide: { connectTo: ['simulation'] },
	}),
	toolDescriptionField(`${SIMULATED_TOOL} ${told}`, resource, {
		show: { '@tool': [true], connectTo: ['simulation'] },
	}),
];
