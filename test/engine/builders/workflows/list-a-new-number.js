import { workflow, node, trigger, ifElse, expr } from '@n8n/workflow-sdk';

const hook = trigger({
	type: 'n8n-nodes-base.webhook',
	version: 2.1,
	config: {
		name: 'New phone line',
		parameters: { httpMethod: 'POST', path: 'new-line', responseMode: 'onReceived' },
		output: [{ body: { number: '022 6801 0001' } }],
	},
});

const list = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'List the number',
		parameters: {
			connectTo: 'simulation',
			resource: 'number',
			operation: 'list',
			featureSet: { __rl: true, mode: 'id', value: '069d2e3a-41e6-41f9-a768-157d7e3bd6b9' },
			phoneNumbers: expr('{{ $json.body.number }}'),
			options: { defaultCountry: 'IN' },
		},
	},
});

const taken = ifElse({
	version: 2.2,
	config: {
		name: 'Accepted?',
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
				conditions: [
					{
						leftValue: expr('{{ $json.result }}'),
						operator: { type: 'string', operation: 'equals' },
						rightValue: 'accepted',
					},
				],
				combinator: 'and',
			},
		},
	},
});

const ok = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Line is listed',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'number', name: 'number', value: expr('{{ $json.phoneNumber }}'), type: 'string' },
					{ id: 'status', name: 'status', value: expr('{{ $json.status }}'), type: 'string' },
				],
			},
		},
	},
});

const no = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Line is not listed',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'why', name: 'why', value: expr('{{ $json.advice }}'), type: 'string' },
				],
			},
		},
	},
});

export default workflow('list-a-new-number', 'List a new number')
	.add(hook)
	.to(list.to(taken.onTrue(ok).onFalse(no)));
