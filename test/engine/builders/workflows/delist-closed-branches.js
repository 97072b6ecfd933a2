import { workflow, node, trigger, expr } from '@n8n/workflow-sdk';

const start = trigger({
	type: 'n8n-nodes-base.manualTrigger',
	version: 1,
	config: {
		name: 'Start',
		parameters: {},
		output: [
			{ branch: 'Delhi', number: '+911140000103' },
			{ branch: 'Pune', number: '+912268010099' },
		],
	},
});

const labels = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Get labels',
		parameters: {
			connectTo: 'simulation',
			resource: 'label',
			operation: 'getMany',
			limit: 1,
		},
		executeOnce: true,
	},
});

const delist = node({
	type: 'n8n-nodes-truecaller.truecaller',
	version: 1,
	config: {
		name: 'Delist numbers',
		parameters: {
			connectTo: 'simulation',
			resource: 'number',
			operation: 'delist',
			featureSet: { __rl: true, mode: 'id', value: '069d2e3a-41e6-41f9-a768-157d7e3bd6b9' },
			phoneNumbers: expr('{{ $("Start").all().map(item => item.json.number) }}'),
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
					{ id: 'number', name: 'number', value: expr('{{ $json.phoneNumber }}'), type: 'string' },
					{ id: 'result', name: 'result', value: expr('{{ $json.result }}'), type: 'string' },
					{
						id: 'label',
						name: 'label',
						value: expr('{{ $("Get labels").first().json.name }}'),
						type: 'string',
					},
				],
			},
		},
	},
});

export default workflow('delist-closed-branches', 'Delist closed branches')
	.add(start)
	.to(labels)
	.to(delist)
	.to(report);
