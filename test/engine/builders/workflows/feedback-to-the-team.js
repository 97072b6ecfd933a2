import { workflow, node, trigger, switchCase, expr } from '@n8n/workflow-sdk';

const event = trigger({
	type: 'n8n-nodes-truecaller.truecallerTrigger',
	version: 2,
	config: {
		name: 'Feedback after a call',
		parameters: {
			events: ['userFeedback', 'postCallAction', 'callMeBack'],
			authentication: 'webhookKey',
		},
		output: [
			{ event_id: 'e1', eventType: 'userFeedback', feedback: { rating: 2 } },
			{ event_id: 'e2', eventType: 'postCallAction', action: { action: 'CANCEL_DELIVERY' } },
			{
				event_id: 'e3',
				eventType: 'callMeBack',
				callback: { wanted: true, number: '+919876543210' },
			},
		],
	},
});

const byType = switchCase({
	version: 3.2,
	config: {
		name: 'Route by event',
		parameters: {
			rules: {
				values: [
					{
						outputKey: 'userFeedback',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.eventType }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'userFeedback',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'postCallAction',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.eventType }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'postCallAction',
								},
							],
							combinator: 'and',
						},
					},
					{
						outputKey: 'callMeBack',
						conditions: {
							options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
							conditions: [
								{
									leftValue: expr('{{ $json.eventType }}'),
									operator: { type: 'string', operation: 'equals' },
									rightValue: 'callMeBack',
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

const rate = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Note the rating',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{
						id: 'rating',
						name: 'rating',
						value: expr('{{ $json.feedback.rating }}'),
						type: 'number',
					},
				],
			},
		},
	},
});

const act = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Note the action',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{
						id: 'action',
						name: 'action',
						value: expr('{{ $json.action.action }}'),
						type: 'string',
					},
				],
			},
		},
	},
});

const call = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Note the call back',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{
						id: 'number',
						name: 'number',
						value: expr('{{ $json.callback.number }}'),
						type: 'string',
					},
				],
			},
		},
	},
});

export default workflow('feedback-to-the-team', 'Feedback to the team')
	.add(event)
	.to(byType.onCase(0, rate).onCase(1, act).onCase(2, call));
