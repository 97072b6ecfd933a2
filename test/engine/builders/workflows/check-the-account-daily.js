import { workflow, node, trigger, switchCase, expr } from '@n8n/workflow-sdk';

const daily = trigger({
	type: 'n8n-nodes-base.scheduleTrigger',
	version: 1.2,
	config: {
		name: 'Every morning',
		parameters: { rule: { interval: [{ field: 'days', triggerAtHour: 7 }] } },
		output: [{}],
	},
});

const check = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Check the account',
		parameters: {
			connectTo: 'simulation',
			resource: 'account',
			operation: 'checkSetup',
			options: { callerNumber: '+91 22 6801 2345' },
		},
	},
});

const byResult = switchCase({
	version: 3.2,
	config: {
		name: 'Route by result',
		parameters: {
			rules: {
				values: [
					{
						outputKey: 'ok',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.result }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'ok',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'warning',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.result }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'warning',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'failed',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.result }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'failed',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'skipped',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.result }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'skipped',
								},
							],
							combinator: 'and',
						},
					},
				],
			},
		},
	},
});

const fine = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Works',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'check', name: 'check', value: expr('{{ $json.check }}'), type: 'string' },
				],
			},
		},
	},
});

const todo = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'To do',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'check', name: 'check', value: expr('{{ $json.check }}'), type: 'string' },
					{ id: 'advice', name: 'advice', value: expr('{{ $json.advice }}'), type: 'string' },
				],
			},
		},
	},
});

export default workflow('check-the-account-daily', 'Check the account daily')
	.add(daily)
	.to(check)
	.to(byResult.onCase(0, fine).onCase(1, todo).onCase(2, todo).onCase(3, todo));
