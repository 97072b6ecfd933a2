/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstExample, firstTrigger, linesPerCustomer } from '../../../playground/firstExample';
import { packageName } from '../../../playground/n8n/pack';
import { preparePlayground, type Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { exampleWorkflow } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { publish, registryReplies, type Published } from '../../support/registry';
import { startThirdParties, type ThirdParties } from '../../support/thirdParties';
import { createCredential, sharedWishes } from '../n8n';
import { publishTrigger, type PublishedTrigger } from '../trigger/stage';

type Installed = {
	packageName: string;
	installedVersion: string;
	failedLoading?: boolean;
	updateAvailable?: string;
	installedNodes: Array<{ type: string }>;
};

const path = '/community-packages';
const older = '0.1.0';
const newer = '1.0.0-test';

/** As somebody does it under Settings → Community nodes, in an n8n that has never seen the package. */
describe('the package, installed by n8n itself', () => {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-community-'));
	const versions: Published[] = [];
	let sandbox: Sandbox;
	let registry: ThirdParties;
	let n8n: Playground;
	let rest: Rest;
	let workflowId: string;
	let trigger: PublishedTrigger;

	beforeAll(async () => {
		for (const version of [older, newer]) versions.push(await publish(userFolder, version));
		const place = JSON.parse(process.env.E2E_THIRD_PARTIES ?? '{}') as Parameters<
			typeof startThirdParties
		>[0];
		registry = await startThirdParties(place, registryReplies(versions.slice(0, 1)));
		sandbox = await startSandbox();
		// The npm settings of this machine are not asked, and its cache is left as it is.
		const npm = {
			npm_config_userconfig: join(userFolder, 'npmrc'),
			npm_config_cache: join(userFolder, 'npm-cache'),
			npm_config_cafile: place.certificateFile,
			npm_config_update_notifier: 'false',
		};
		n8n = await preparePlayground({
			userFolder,
			variables: { ...sharedWishes().variables, ...npm },
		});
		await n8n.start();
		rest = await n8n.signIn();
	});
	afterAll(async () => {
		await n8n.stop();
		await registry.close();
		await sandbox.close();
		rmSync(userFolder, { recursive: true, force: true });
	});

	const installed = async () => (await rest.http.get<{ data: Installed[] }>(path)).data.data;
	const install = async () =>
		(await rest.http.post<{ data: Installed }>(path, { name: packageName })).data.data;
	const firstLine = async () => linesPerCustomer(await rest.run(workflowId, firstTrigger))[0];
	const pushed = 'Asha Rao        +919876540000   pushed      Place the call';
	const logins = () => sandbox.control.received('token').length;

	test('is fetched from the registry, and both nodes work at once', async () => {
		const { installedVersion, installedNodes } = await install();
		expect(installedVersion).toBe(older);
		expect(installedNodes.map(({ type }) => type).sort()).toEqual([
			`${packageName}.truecaller`,
			`${packageName}.truecallerTrigger`,
		]);
		const workflow = exampleWorkflow(firstExample, await createCredential(rest, sandbox.url));
		workflowId = (await rest.createWorkflow({ ...workflow, id: undefined })).id;
		trigger = await publishTrigger(n8n, rest, sandbox);
		expect(await firstLine()).toBe(pushed);
		expect(await trigger.startedBy(async () => await trigger.deliver())).toBe(1);
	});

	test('is upgraded, and what was saved and published before goes on as it is', async () => {
		registry.reply(registryReplies(versions));
		expect(await installed()).toMatchObject([
			{ installedVersion: older, updateAvailable: newer, failedLoading: false },
		]);
		const { data } = (await rest.http.patch<{ data: Installed }>(path, { name: packageName })).data;
		expect(data.installedVersion).toBe(newer);
		const before = logins();
		expect(await firstLine()).toBe(pushed);
		// The token that the older version got is in the credential, and good for the newer one.
		expect(logins()).toBe(before);
		expect(await trigger.startedBy(async () => await trigger.deliver())).toBe(1);
	});

	test('is there after a restart', async () => {
		await n8n.restart();
		rest = await n8n.signIn();
		expect(await installed()).toMatchObject([{ installedVersion: newer, failedLoading: false }]);
		expect(await firstLine()).toBe(pushed);
	});

	test('is uninstalled and leaves nothing, and a workflow says what it misses until it is installed again', async () => {
		await rest.http.delete(path, { params: { name: packageName } });
		expect(await installed()).toEqual([]);
		expect(existsSync(join(userFolder, '.n8n', 'nodes', 'node_modules', packageName))).toBe(false);
		await expect(rest.run(workflowId, firstTrigger)).rejects.toThrow(
			`Unrecognized node type: ${packageName}.truecaller`,
		);
		await install();
		expect(await firstLine()).toBe(pushed);
		expect(registry.unplanned).toEqual([]);
	});
});
