import { workflow, node, trigger, expr } from '@n8n/workflow-sdk';

const start = trigger({
	type: 'n8n-nodes-base.manualTrigger',
	version: 1,
	config: {
		name: 'Start',
		parameters: {},
		output: [{ phone: '+919876543210' }, { phone: '+919876543211' }],
	},
});

const send = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Send the batch',
		parameters: {
			connectTo: 'simulation',
			resource: 'callPersonalisation',
			operation: 'personaliseBulk',
			callerNumber: '+91 22 6801 2345',
			receiverNumber: expr('{{ $json.phone }}'),
			label: { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' },
			callReason: 'Your KYC appointment on Monday',
			options: { maxCalls: 500 },
		},
	},
});

const ask = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Ask for the status',
		parameters: {
			connectTo: 'simulation',
			resource: 'batch',
			operation: 'getStatus',
			batchId: expr('{{ $json.batchId }}'),
			options: { waitUntilFinished: true, maxWait: 60 },
		},
		executeOnce: true,
	},
});

const rows = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Keep the outcome',
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
					{ id: 'outcome', name: 'outcome', value: expr('{{ $json.outcome }}'), type: 'string' },
				],
			},
		},
	},
});

export default workflow('ask-for-a-batch-later', 'Ask for a batch later')
	.add(start)
	.to(send)
	.to(ask)
	.to(rows);
