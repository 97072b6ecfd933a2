import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

type Run = (context: IExecuteFunctions) => INodeExecutionData[][];

const standIn = (
	name: string,
	outputs: number,
	properties: INodeProperties[],
	run?: Run,
): INodeType => ({
	description: {
		name,
		displayName: name,
		group: run ? ['transform'] : ['trigger'],
		version: [1, 1.2, 2.1, 2.2, 3.2, 3.4, 4.3],
		description: '',
		defaults: { name },
		inputs: run ? ['main'] : [],
		outputs: Array.from({ length: outputs }, () => 'main'),
		properties,
	} as INodeTypeDescription,
	...(run
		? {
				async execute(this: IExecuteFunctions) {
					return run(this);
				},
			}
		: {}),
});

const conditions: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	default: {},
	typeOptions: { filter: { version: 2, typeValidation: 'loose', caseSensitive: true } },
};

const rules: INodeProperties = {
	displayName: 'Rules',
	name: 'rules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	options: [{ displayName: 'Values', name: 'values', values: [conditions] }],
};

const assignments: INodeProperties = {
	displayName: 'Assignments',
	name: 'assignments',
	type: 'assignmentCollection',
	default: {},
};

const holds = (context: IExecuteFunctions, path: string, index: number): boolean =>
	context.getNodeParameter(path, index, false, { extractValue: true }) as boolean;

const pick = (context: IExecuteFunctions, outputs: number, outputOf: (index: number) => number) => {
	const out: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	for (const [item, { json }] of context.getInputData().entries())
		out[outputOf(item)]?.push({ json, pairedItem: { item } });
	return out;
};

const SWITCH_OUTPUTS = 5;

const runSwitch: Run = (context) =>
	pick(context, SWITCH_OUTPUTS, (index) => {
		const { length } = context.getNodeParameter('rules.values', index) as unknown[];
		const rule = [...Array(length).keys()].find((each) =>
			holds(context, `rules.values[${each}].conditions`, index),
		);
		return rule ?? length;
	});

type Assignment = { readonly name: string; readonly value: string };

const runSet: Run = (context) => [
	context.getInputData().map((_, item) => {
		const fields = context.getNodeParameter('assignments.assignments', item) as Assignment[];
		const json = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
		return { json, pairedItem: { item } };
	}),
];

/** Nodes of n8n that are not there without an n8n, as far as the workflows use them. Conditions are n8n's own code. */
export const STAND_INS: Readonly<Record<string, INodeType>> = {
	manualTrigger: standIn('manualTrigger', 1, []),
	scheduleTrigger: standIn('scheduleTrigger', 1, []),
	webhook: standIn('webhook', 1, []),
	httpRequest: standIn('httpRequest', 1, [], () => {
		throw new Error('An HTTP Request is never sent in a test run: it has to be pinned');
	}),
	set: standIn('set', 1, [assignments], runSet),
	if: standIn('if', 2, [conditions], (context) =>
		pick(context, 2, (index) => (holds(context, 'conditions', index) ? 0 : 1)),
	),
	filter: standIn('filter', 1, [conditions], (context) =>
		pick(context, 1, (index) => (holds(context, 'conditions', index) ? 0 : 1)),
	),
	switch: standIn('switch', SWITCH_OUTPUTS, [rules], runSwitch),
};
