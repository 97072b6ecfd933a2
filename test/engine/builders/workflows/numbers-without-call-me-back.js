import { workflow, node, trigger, expr } from '@n8n/workflow-sdk';

const daily = trigger({
	type: 'n8n-nodes-base.scheduleTrigger',
	version: 1.2,
	config: {
		name: 'Every morning',
		parameters: { rule: { interval: [{ field: 'days', triggerAtHour: 7 }] } },
		output: [{}],
	},
});

const numbers = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Get numbers',
		parameters: {
			connectTo: 'simulation',
			resource: 'number',
			operation: 'getMany',
			returnAll: true,
			simplify: true,
		},
	},
});

const off = node({
	type: 'n8n-nodes-base.filter',
	version: 2.2,
	config: {
		name: 'Without Call Me Back',
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
				conditions: [
					{
						leftValue: expr('{{ $json.call_me_back }}'),
						operator: { type: 'boolean', operation: 'false', singleValue: true },
					},
				],
				combinator: 'and',
			},
		},
	},
});

const tell = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Tell the team',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'number', name: 'number', value: expr('{{ $json.phone_number }}'), type: 'string' },
					{
						id: 'featureSet',
						name: 'featureSet',
						value: expr('{{ $json.feature_set_name }}'),
						type: 'string',
					},
				],
			},
		},
	},
});

export default workflow('numbers-without-call-me-back', 'Numbers without Call Me Back')
	.add(daily)
	.to(numbers)
	.to(off)
	.to(tell);
