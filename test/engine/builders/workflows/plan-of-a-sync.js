import { workflow, node, trigger, expr } from '@n8n/workflow-sdk';

const daily = trigger({
	type: 'n8n-nodes-base.manualTrigger',
	version: 1,
	config: {
		name: 'Start',
		parameters: {},
		output: [{ number: '+912268010011' }, { number: '+912268010012' }],
	},
});

const plan = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Plan the sync',
		parameters: {
			connectTo: 'simulation',
			resource: 'number',
			operation: 'sync',
			mode: 'plan',
			featureSet: { __rl: true, mode: 'id', value: 'f5f5f5f5-0000-4000-8000-000000000002' },
			phoneNumbers: expr('{{ $json.number }}'),
			options: { maxRemovals: 5 },
		},
	},
});

const changes = node({
	type: 'n8n-nodes-base.filter',
	version: 2.2,
	config: {
		name: 'Only changes',
		parameters: {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose' },
				conditions: [
					{
						leftValue: expr('{{ $json.action }}'),
						operator: { type: 'string', operation: 'notEquals' },
						rightValue: 'keep',
					},
				],
				combinator: 'and',
			},
		},
	},
});

const show = node({
	type: 'n8n-nodes-base.set',
	version: 3.4,
	config: {
		name: 'Show the plan',
		parameters: {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: 'number', name: 'number', value: expr('{{ $json.phoneNumber }}'), type: 'string' },
					{ id: 'action', name: 'action', value: expr('{{ $json.action }}'), type: 'string' },
				],
			},
		},
	},
});

export default workflow('plan-of-a-sync', 'Plan of a sync')
	.add(daily)
	.to(plan)
	.to(changes)
	.to(show);
