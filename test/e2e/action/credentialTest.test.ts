import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { anyFreePort } from '../../../playground/system/ports';
import type { Rest } from '../../../playground/n8n/rest';
import { createCredential, credentialFor, sharedN8n } from '../n8n';

describe('the test of a credential', () => {
	let sandbox: Sandbox;
	let rest: Rest;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ rest } = await sharedN8n());
	});
	afterAll(async () => await sandbox.close());

	/** What the editor shows after "Save". */
	const verdict = async (changed: Record<string, string> = {}, baseUrl = sandbox.url) => {
		const id = await createCredential(rest, baseUrl, changed);
		return await rest.testCredential({ ...credentialFor(baseUrl, changed), id });
	};

	test('is passed by the right key', async () => {
		expect(await verdict()).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	test('tells a wrong secret', async () => {
		const { apiKey } = sandbox.keys.secondAccount;
		expect(await verdict({ apiKey })).toEqual({
			status: 'Error',
			message:
				'Truecaller does not accept this Key ID and Secret API Key. Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there.',
		});
	});

	test('tells a key of another account', async () => {
		const { clientAccountId } = sandbox.keys.secondAccount;
		expect(await verdict({ clientAccountId })).toEqual({
			status: 'Error',
			message:
				'This API key does not belong to this Client Account ID. Copy the Client Account ID again from the Truecaller console, under Manage API Keys, next to this very key.',
		});
	});

	test('tells a key without access to Call Personalisation', async () => {
		const { keyId, apiKey } = sandbox.keys.withoutCallPersonalisation;
		expect(await verdict({ keyId, apiKey })).toEqual({
			status: 'Error',
			message:
				'The login worked, but the labels were refused. In the Truecaller console, under Manage API Keys, give the key access to Call Personalisation; if it cannot be chosen there, ask cs@truecaller.com whether your package includes it. If this is not it, a proxy or firewall between n8n and Truecaller answered: ask whoever runs the network of n8n to let requests through to Base URL.',
		});
	});

	test('tells a server that cannot be reached', async () => {
		expect(await verdict({}, `http://127.0.0.1:${await anyFreePort()}`)).toEqual({
			status: 'Error',
			message:
				'Truecaller could not be reached to log in. Check the network connection of n8n and the Base URL in the credential.',
		});
	});
});
