// Runs end-to-end tests in a real n8n of their own with the packed nodes in it, and leaves nothing behind.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTypeScript } from '../../playground/dependencies.mjs';
import { runLayer } from '../layers.mjs';

const { findBrowser } = loadTypeScript('playground/browser/browser.ts');
const { preparePlayground } = loadTypeScript('playground/playground.ts');
const { endAllStarted } = loadTypeScript('playground/system/processes.ts');
const { anyFreePort } = loadTypeScript('playground/system/ports.ts');
const { makeCertificate } = loadTypeScript('test/support/certificate.ts');

/** What ends the n8n of each run that is under way. */
const underWay = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.once(signal, () => {
		const ended = Promise.all([...underWay].map(async (cleanUp) => await cleanUp(false)));
		void ended.finally(() => process.exit(1));
	});
}

let lastPrepared = Promise.resolve();
/** Packs and starts one n8n after the other: all pack the same folder. */
function inTurn(prepare) {
	const prepared = lastPrepared.then(prepare);
	lastPrepared = prepared.catch(() => undefined);
	return prepared;
}

/** The n8n of `npm start`, or the version asked for. What the tests need to reach it goes to them in one variable. */
export async function testInN8n({ name, version, jestArguments }) {
	const userFolder = mkdtempSync(join(tmpdir(), 'n8n-e2e-'));
	const thirdParties = { port: await anyFreePort(), ...makeCertificate(userFolder) };
	const wishes = {
		userFolder,
		version,
		editorPort: await anyFreePort(),
		brokerPort: await anyFreePort(),
		// Whatever n8n sends anywhere but to this machine ends here: at the stand-ins of a test, or at a closed door.
		variables: {
			HTTPS_PROXY: `http://127.0.0.1:${thirdParties.port}`,
			NODE_EXTRA_CA_CERTS: thirdParties.certificateFile,
		},
	};
	let n8n;
	/** A test may have restarted n8n, so the one to stop is the one whose id is in the folder. */
	const cleanUp = async (ok) => {
		await n8n?.stop();
		underWay.delete(cleanUp);
		if (underWay.size === 0) await endAllStarted();
		if (ok) rmSync(userFolder, { recursive: true, force: true });
		else if (n8n) console.error(`n8n's log: ${n8n.logFile}`);
	};
	underWay.add(cleanUp);
	const prepare = async () => {
		findBrowser();
		n8n = await preparePlayground(wishes);
		await n8n.installPack();
		console.log(`Starting n8n ${version ?? ''}…`);
		await n8n.start();
	};
	const runTests = async () => {
		await inTurn(prepare);
		const args = ['--runInBand', '--testTimeout=120000', ...jestArguments];
		return await runLayer(
			'e2e',
			args,
			{ E2E_N8N: JSON.stringify(wishes), E2E_THIRD_PARTIES: JSON.stringify(thirdParties) },
			name,
		);
	};
	const result = await runTests().catch((error) => asFailure(name, error));
	await cleanUp(result.failed + result.problems.length === 0);
	return result;
}

function asFailure(name, error) {
	const words = error instanceof Error ? error.message : String(error);
	return {
		name,
		passed: 0,
		failed: 0,
		problems: [`${name}: the tests could not be prepared: ${words}`],
		time: '',
	};
}
