import type { Rest } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { chain, createCredential, manualTrigger, numbers, sharedN8n } from '../n8n';

const featureSetId = 'f5f5f5f5-0000-4000-8000-000000000006';
const featureSet = {
	__rl: true,
	mode: 'list',
	value: featureSetId,
	cachedResultName: 'Acme Clinic – Appointments',
};

describe('the numbers of a feature set', () => {
	let sandbox: Sandbox;
	let rest: Rest;
	let credentialId: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ rest } = await sharedN8n());
		credentialId = await createCredential(rest, sandbox.url);
	});
	afterAll(async () => await sandbox.close());

	const run = async (operation: string, parameters: object) => {
		const { id } = await rest.createWorkflow(
			chain(`Numbers: ${operation}`, manualTrigger, numbers(credentialId, operation, parameters)),
		);
		const execution = await rest.run(id, 'Start');
		expect(execution.error?.message).toBeUndefined();
		return execution.items('Numbers').map(({ json }) => json);
	};
	const change = async (operation: 'list' | 'delist', phoneNumbers: string) =>
		(await run(operation, { featureSet, phoneNumbers, options: { defaultCountry: 'IN' } })).map(
			({ phoneNumber, result, status }) => [phoneNumber, result, status],
		);
	const seen = async () =>
		(await run('getMany', { returnAll: true, filters: { featureSet }, simplify: true })).map(
			(row) => [row.phone_number, row.status, row.feature_set_name],
		);

	test('are listed, seen in the list, delisted, and gone', async () => {
		expect(await seen()).toEqual([]);

		expect(await change('list', '+91 22 6801 0001, 022-6801-0002')).toEqual([
			['+912268010001', 'accepted', 'pending'],
			['+912268010002', 'accepted', 'pending'],
		]);
		sandbox.control.advanceClock(10_000);
		expect(await seen()).toEqual([
			['912268010001', 'listed', 'Acme Clinic – Appointments'],
			['912268010002', 'listed', 'Acme Clinic – Appointments'],
		]);
		expect(await change('list', '02268010001')).toEqual([['+912268010001', 'alreadyThere', null]]);

		expect(await change('delist', '02268010001\n02268010002')).toEqual([
			['+912268010001', 'accepted', 'pending'],
			['+912268010002', 'accepted', 'pending'],
		]);
		sandbox.control.advanceClock(10_000);
		expect(await seen()).toEqual([]);
		expect(sandbox.control.received('token')).toHaveLength(1);
	});
});
