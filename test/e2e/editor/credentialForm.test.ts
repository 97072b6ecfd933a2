import type { Playground } from '../../../playground/playground';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { eventually, sitDownAt, type Seat } from './editor';
import { sharedN8n } from '../n8n';

describe('the form of the credential', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let seat: Seat;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n } = await sharedN8n());
		seat = await sitDownAt(n8n);
	});
	afterAll(async () => {
		await seat?.close();
		await sandbox.close();
	});

	test('says what is asked for, and whether it is right', async () => {
		await seat.page.goto(`${n8n.editorUrl}/home/credentials/create`);
		await seat.byId('new-credential-type-select').locator('input').fill('truecaller');
		await seat
			.byId('new-credential-type-select-option')
			.filter({ hasText: 'Truecaller API' })
			.click();
		await seat.byId('new-credential-type-button').click();
		await seat.field('clientAccountId').waitFor();
		expect(await seat.linesOf('node-credentials-config-container')).toEqual(
			expect.arrayContaining([
				'The first three values are in the Truecaller console under Manage API Keys. No account yet? In the Truecaller node, set Connect To to Simulation (No Account Needed): it works without this credential. For a test server of your own, see the sandbox.',
				'Client Account ID *',
				'Key ID *',
				'Secret API Key *',
				'Base URL',
			]),
		);
		expect(await seat.field('baseUrl').locator('input').inputValue()).toBe(
			'https://enterprise-portal-noneu.truecaller.com',
		);
		const { clientAccountId, keyId, apiKey } = sandbox.keys.full;
		await seat.type('clientAccountId', clientAccountId);
		await seat.type('keyId', keyId);
		await seat.type('apiKey', sandbox.keys.secondAccount.apiKey);
		await seat.type('baseUrl', sandbox.url);
		await seat.byId('credential-save-button').click();
		await seat.page.getByText('More details').click();
		await eventually(async () =>
			expect(await seat.linesOf('node-credentials-config-container')).toEqual(
				expect.arrayContaining([
					'Couldn’t connect with these settings',
					'Truecaller does not accept this Key ID and Secret API Key. Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there.',
				]),
			),
		);
		await seat.shoot('wrong-key');

		await seat.type('apiKey', apiKey);
		await seat.byId('credential-save-button').click();
		await seat.page.getByText('Connection tested successfully').waitFor();
		expect(await seat.linesOf('node-credentials-config-container')).not.toContain(
			'Couldn’t connect with these settings',
		);
		await seat.shoot('right-key');
	});

	test('asks nobody but this machine, apart from what n8n itself wants to know of any community node', () => {
		expect(seat.foreignHosts().filter((host) => !host.startsWith('registry.'))).toEqual([]);
	});
});
