import { startSandbox, type Sandbox } from '../../../sandbox/server';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import {
	chain,
	createCredential,
	httpRequest,
	manualTrigger,
	personaliseCall,
	sharedN8n,
	sheet,
} from '../n8n';

describe('the access token', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;

	beforeAll(async () => ({ n8n, rest } = await sharedN8n()));
	beforeEach(async () => void (sandbox = await startSandbox()));
	afterEach(async () => await sandbox.close());

	const logins = () => sandbox.control.received('token').length;
	const outcomes = async (workflowId: string) =>
		(await rest.run(workflowId, 'Start')).items('Personalise Call').map(({ json }) => json.outcome);

	test('is kept from one execution to the next, and over a restart of n8n', async () => {
		const credentialId = await createCredential(rest, sandbox.url);
		const { id } = await rest.createWorkflow(
			chain('Token is kept', manualTrigger, personaliseCall(credentialId)),
		);
		expect(await outcomes(id)).toEqual(['pushed']);
		expect(await outcomes(id)).toEqual(['pushed']);
		await n8n.restart();
		rest = await n8n.signIn();
		expect(await outcomes(id)).toEqual(['pushed']);
		expect(logins()).toBe(1);
	});

	test('is asked for again when Truecaller has ended it, and the call still goes out', async () => {
		const credentialId = await createCredential(rest, sandbox.url);
		const { id } = await rest.createWorkflow(
			chain('Token has ended', manualTrigger, personaliseCall(credentialId)),
		);
		expect(await outcomes(id)).toEqual(['pushed']);
		await n8n.restart();
		rest = await n8n.signIn();
		sandbox.control.expireTokens();
		expect(await outcomes(id)).toEqual(['pushed']);
		expect(logins()).toBe(2);
	});

	test('cannot be had with a wrong key: the execution says so in words, and does not go on asking', async () => {
		const credentialId = await createCredential(rest, sandbox.url, { apiKey: 'wrong' });
		const { id } = await rest.createWorkflow(
			chain('Wrong key', manualTrigger, personaliseCall(credentialId)),
		);
		const { status, error } = await rest.run(id, 'Start');
		expect(status).toBe('error');
		expect(error?.message).toBe('Truecaller does not accept this Key ID and Secret API Key');
		expect(error?.description).toBe(
			'Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there. Nothing was pushed.',
		);
		expect((await rest.run(id, 'Start')).status).toBe('error');
		expect(logins()).toBe(1);
	});

	test('serves n8n’s own HTTP Request node too', async () => {
		const credentialId = await createCredential(rest, sandbox.url);
		const url = `${sandbox.url}/clients/${sandbox.keys.full.clientAccountId}/labels`;
		const { id } = await rest.createWorkflow(
			chain('HTTP Request', manualTrigger, httpRequest(credentialId, url)),
		);
		const execution = await rest.run(id, 'Start');
		expect(execution.error?.message).toBeUndefined();
		expect(JSON.stringify(execution.items('HTTP Request'))).toContain('FlowerEra Delivery');
		expect(logins()).toBe(1);
	});

	test('is not used up by errors of the HTTP Request node', async () => {
		const credentialId = await createCredential(rest, sandbox.url);
		const rows = Array.from({ length: 15 }, (_none, row) => ({ row }));
		const request = {
			...httpRequest(credentialId, `=${sandbox.url}/nowhere/{{ $json.row }}`),
			onError: 'continueRegularOutput',
		};
		const failing = await rest.createWorkflow(
			chain('Errors', manualTrigger, ...sheet(rows), request),
		);
		for (let run = 0; run < 3; run++) {
			const items = (await rest.run(failing.id, 'Start')).items('HTTP Request');
			expect(items.map(({ json }) => 'error' in json)).toEqual(rows.map(() => true));
		}
		const calling = await rest.createWorkflow(
			chain('Call', manualTrigger, personaliseCall(credentialId)),
		);
		expect(await outcomes(calling.id)).toEqual(['pushed']);
		expect(logins()).toBe(1);
	});
});
