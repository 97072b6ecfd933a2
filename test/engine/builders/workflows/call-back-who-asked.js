import { workflow, node, trigger, ifElse, expr } from '@n8n/workflow-sdk';

const asked = trigger({
	type: 'n8n-nodes-truecaller.truecallerTrigger',
	version: 2,
	config: {
		name: 'Customer asks for a callback',
		parameters: { events: ['callMeBack'], options: { onlyWanted: true } },
		output: [
			{
				event_id: 'e1',
				eventType: 'callMeBack',
				callback: {
					wanted: true,
					number: '+919876543210',
					slot: { start: '2026-12-01T12:00:00.000+05:30' },
				},
			},
			{
				event_id: 'e2',
				eventType: 'callMeBack',
				callback: { wanted: false, number: '+919876543211', slot: null },
			},
		],
	},
});

const wanted = ifElse({
	version: 2.2,
	config: {
		name: 'Wants a call?',
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
				conditions: [
					{
						leftValue: expr('{{ $json.callback.wanted }}'),
						operator: { type: 'boolean', operation: 'true', singleValue: true },
					},
				],
				combinator: 'and',
			},
		},
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
			receiverNumber: expr('{{ $json.callback.number }}'),
			label: { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' },
			callReason: 'The call back that you asked for',
			durationMinutes: 30,
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

const leave = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Leave in peace',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'event_id', name: 'event_id', value: expr('{{ $json.event_id }}'), type: 'string' },
				],
			},
		},
	},
});

export default workflow('call-back-who-asked', 'Call back who asked')
	.add(asked)
	.to(wanted.onTrue(showName.to(dial)).onFalse(leave));
