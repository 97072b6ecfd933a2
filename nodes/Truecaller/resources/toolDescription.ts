import type { INodeProperties } from 'n8n-workflow';

/**
 * n8n would tell an AI agent the action alone, which says neither what the answer means nor what cannot be taken back.
 * There are two fields of this name, because a default cannot depend on Connect To in any other way.
 */
const toolDescriptionField = (connectTo: string, told: string): INodeProperties => ({
	displayName: 'Description',
	name: 'toolDescription',
	type: 'string',
	default: told,
	required: true,
	typeOptions: { rows: 4 },
	description:
		'What the AI agent is told about this tool: what it does, what its answer means, and when to use it',
	displayOptions: { show: { '@tool': [true], connectTo: [connectTo] } },
});

/** What an AI agent is told of a tool that is only simulated. */
const SIMULATED_TOOL =
	'This is a simulation: nothing is sent to Truecaller and no phone shows anything, so say that to the person you talk to.';

/** The description of a tool, in the two forms that Connect To chooses from. */
export const toolDescriptionFields = (description: string): INodeProperties[] => [
	toolDescriptionField('truecaller', description),
	toolDescriptionField('simulation', `${SIMULATED_TOOL} ${description}`),
];
