import type { Rest } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { chain, checkSetup, createCredential, manualTrigger, sharedN8n } from '../n8n';

describe('Check Setup', () => {
	let sandbox: Sandbox;
	let rest: Rest;
	let credentialId: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ rest } = await sharedN8n());
		credentialId = await createCredential(rest, sandbox.url);
	});
	afterAll(async () => await sandbox.close());

	const check = async (options: object) => {
		const { id } = await rest.createWorkflow(
			chain('Check Setup', manualTrigger, checkSetup(credentialId, options)),
		);
		const execution = await rest.run(id, 'Start');
		expect(execution.error?.message).toBeUndefined();
		return execution.items('Check Setup').map(({ json }) => json);
	};

	test('says what works with an account, and what to do about the rest', async () => {
		const rows = await check({ callerNumber: '+91 11 4000 0101', includeFacts: true });
		expect(rows.map(({ check: name, result }) => [name, result])).toEqual([
			['login', 'ok'],
			['callPersonalisation', 'ok'],
			['labels', 'ok'],
			['featureSets', 'warning'],
			['numbers', 'ok'],
			['callerNumber', 'ok'],
			['facts', 'ok'],
		]);
		expect(JSON.stringify(rows)).not.toMatch(/911140000101/);
	});

	test('reports a key without access as a failed check, and ends nothing', async () => {
		sandbox.control.next({ route: 'labels', status: 403 });
		const rows = await check({});
		const [, personalisation, labels] = rows;
		expect(rows).toHaveLength(5);
		expect(personalisation?.result).toBe('failed');
		expect(personalisation?.advice).toContain('give the key that access');
		expect(labels?.result).toBe('skipped');
	});
});
