import { workflow, node, trigger, expr } from '@n8n/workflow-sdk';

const start = trigger({
	type: 'n8n-nodes-base.manualTrigger',
	version: 1,
	config: {
		name: 'Start',
		parameters: {},
		output: [{ Phone: '9876543210' }, { Phone: '9876540001' }, { Phone: '9876540003' }],
	},
});

const sendAll = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Personalise all calls',
		parameters: {
			connectTo: 'simulation',
			resource: 'callPersonalisation',
			operation: 'personaliseBulk',
			callerNumber: '+91 22 6801 2345',
			receiverNumber: expr('{{ $json.Phone }}'),
			label: { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' },
			callReason: 'Your booking tomorrow at 10',
			waitUntilFinished: true,
			maxWait: 120,
			options: { defaultCountry: 'India', maxCalls: 100, includeInputFields: true },
		},
	},
});

const shown = node({
	type: 'n8n-nodes-base.filter',
	version: 2.2,
	config: {
		name: 'Only calls that were pushed',
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
				conditions: [
					{
						leftValue: expr('{{ $json.outcome }}'),
						operator: { type: 'string', operation: 'equals' },
						rightValue: 'pushed',
					},
				],
				combinator: 'and',
			},
		},
	},
});

const report = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Report',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{
						id: 'number',
						name: 'number',
						value: expr('{{ $json.receiverNumber }}'),
						type: 'string',
					},
					{ id: 'row', name: 'row', value: expr('{{ $json.input.Phone }}'), type: 'string' },
				],
			},
		},
	},
});

export default workflow('campaign-in-bulk', 'Campaign in bulk')
	.add(start)
	.to(sendAll)
	.to(shown)
	.to(report);
