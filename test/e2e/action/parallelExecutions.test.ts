import axios from 'axios';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { chain, createCredential, personaliseCall, sharedN8n, webhook } from '../n8n';

const executions = 20;

describe('many executions at one time', () => {
	let sandbox: Sandbox;

	beforeAll(async () => {
		sandbox = await startSandbox();
		sandbox.control.settings({ loginDelayMs: 1_500, newLoginEndsFormerToken: true });
	});
	afterAll(async () => await sandbox.close());

	test('renew an ended token with one login, and none of them fails', async () => {
		const { n8n, rest } = await sharedN8n();
		const path = `parallel-${Date.now()}`;
		const credentialId = await createCredential(rest, sandbox.url);
		await rest.publish(
			await rest.createWorkflow(
				chain('Parallel', webhook(path), personaliseCall(credentialId, '={{ $json.body.phone }}')),
			),
		);
		const call = async (phone: string) =>
			(
				await axios.post<{ outcome: string }>(
					`${n8n.editorUrl}/webhook/${path}`,
					{ phone },
					{ proxy: false },
				)
			).data;

		await n8n.restart();
		expect((await call('+91 98765 43210')).outcome).toBe('pushed');
		await n8n.restart();
		sandbox.control.expireTokens();
		const phones = Array.from({ length: executions }, (_, index) => `+91 98765 432${10 + index}`);
		const answers = await Promise.all(phones.map(call));

		expect(answers.map(({ outcome }) => outcome)).toEqual(phones.map(() => 'pushed'));
		expect(sandbox.control.received('token')).toHaveLength(2);
		// Proof that they met: the first went alone with the ended token, and the others waited for its answer.
		expect(sandbox.control.counts().realTimeV2?.['401']).toBeGreaterThan(0);
	});
});
