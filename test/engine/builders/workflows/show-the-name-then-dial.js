import { workflow, node, trigger, switchCase, expr } from '@n8n/workflow-sdk';

const start = trigger({
	type: 'n8n-nodes-base.manualTrigger',
	version: 1,
	config: {
		name: 'Start',
		parameters: {},
		output: [
			{ phone: '+91 98765 43210', order: 'A-1042' },
			{ phone: '+91 98765 40001', order: 'A-1043' },
		],
	},
});

const showName = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Show company name',
		parameters: {
			connectTo: 'simulation',
			resource: 'callPersonalisation',
			operation: 'personalise',
			callerNumber: '+91 22 6801 2345',
			receiverNumber: expr('{{ $json.phone }}'),
			label: { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' },
			callReason: expr('Your flower delivery, order {{ $json.order }}'),
		},
	},
});

const byOutcome = switchCase({
	version: 3.2,
	config: {
		name: 'Route by outcome',
		parameters: {
			rules: {
				values: [
					{
						outputKey: 'pushed',
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
					{
						outputKey: 'cannotShow',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.outcome }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'cannotShow',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'tryAgain',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.outcome }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'tryAgain',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'refused',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.outcome }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'refused',
								},
							],
							combinator: 'and',
						},
					},
				],
			},
			options: { fallbackOutput: 'extra', renameFallbackOutput: 'other' },
		},
	},
});

const dial = node({
	type: 'n8n-nodes-base.httpRequest',
	version: 4.3,
	config: {
		name: 'Place the call',
		parameters: {
			method: 'POST',
			url: 'https://dialler.example.com/calls',
			sendBody: true,
			contentType: 'json',
			specifyBody: 'json',
			jsonBody: expr('{{ { to: $json.receiverNumber } }}'),
		},
		output: [{ placed: true }],
	},
});

const askPerson = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Ask a person',
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

export default workflow('show-the-name-then-dial', 'Show the name, then dial')
	.add(start)
	.to(
		showName.to(
			byOutcome
				.onCase(0, dial)
				.onCase(1, dial)
				.onCase(2, dial)
				.onCase(3, askPerson)
				.onCase(4, dial),
		),
	);
