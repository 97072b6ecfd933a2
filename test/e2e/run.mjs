// npm run test:e2e: the packed nodes in one real n8n, which all tests share. What follows `--` goes to jest.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installDependencies, loadTypeScript } from '../../playground/dependencies.mjs';
import { report, runLayer } from '../layers.mjs';

installDependencies();
const { findBrowser } = loadTypeScript('playground/browser.ts');
const { preparePlayground } = loadTypeScript('playground/playground.ts');
const { endAllStarted } = loadTypeScript('playground/processes.ts');
const { anyFreePort } = loadTypeScript('playground/ports.ts');
const { makeCertificate } = loadTypeScript('test/support/certificate.ts');

const userFolder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
const thirdParties = { port: await anyFreePort(), ...makeCertificate(userFolder) };
const wishes = {
	userFolder,
	editorPort: await anyFreePort(),
	brokerPort: await anyFreePort(),
	// Whatever n8n sends anywhere but to this machine ends here: at the stand-ins of a test, or at a closed door.
	variables: { HTTPS_PROXY: `http://127.0.0.1:${thirdParties.port}`, NODE_EXTRA_CA_CERTS: thirdParties.certificateFile },
};
let n8n;

async function runTests() {
	findBrowser();
	n8n = await preparePlayground(wishes);
	await n8n.installPack();
	console.log('Starting n8n …');
	await n8n.start();
	const args = ['--runInBand', '--testTimeout=120000', ...process.argv.slice(2)];
	return await runLayer('e2e', args, { E2E_N8N: JSON.stringify(wishes), E2E_THIRD_PARTIES: JSON.stringify(thirdParties) });
}

function asFailure(error) {
	const words = error instanceof Error ? error.message : String(error);
	return { name: 'e2e', passed: 0, failed: 0, problems: [`the tests could not be prepared: ${words}`], time: '' };
}

/** A test may have restarted n8n, so the one to stop is the one whose id is in the folder. */
async function cleanUp() {
	await n8n?.stop();
	await endAllStarted();
	if (!process.exitCode) rmSync(wishes.userFolder, { recursive: true, force: true });
	else if (n8n) console.error(`n8n's log: ${n8n.logFile}`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
}

const results = await runTests().catch(asFailure);
process.exitCode = results.failed + results.problems.length === 0 ? 0 : 1;
await cleanUp();
report([results]);
