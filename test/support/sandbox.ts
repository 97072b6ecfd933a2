import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { createEngine } from './engine';
import type { Engine } from './engine';

/** A sandbox and an engine whose credential points at it. */
export type Stage = { readonly sandbox: Sandbox; readonly engine: Engine };

const addresses = new Set<string>();

/**
 * Starts a sandbox where none of this test file was before. The pack keeps tokens by the address of Truecaller: at the
 * port of an earlier sandbox, which the machine gives out again now and then, the first request would carry the token
 * of that one, be turned away with 401 and be sent once more.
 */
export const startNewSandbox = async (): Promise<Sandbox> => {
	const sandbox = await startSandbox();
	if (!addresses.has(sandbox.url)) {
		addresses.add(sandbox.url);
		return sandbox;
	}
	// Opened while the other is, so that the machine cannot give out the same port.
	const another = await startNewSandbox();
	await sandbox.close();
	return another;
};

/** Every stage has a sandbox of its own, so that tokens, pace and counts of one test never meet another's. */
export const setStage = async (
	credential: Record<string, string> = {},
	timezone?: string,
): Promise<Stage> => {
	const sandbox = await startNewSandbox();
	const { clientAccountId, keyId, apiKey } = sandbox.keys.full;
	const engine = createEngine(
		{ clientAccountId, keyId, apiKey, baseUrl: sandbox.url, ...credential },
		timezone,
	);
	// A sandbox left open would keep the test runner from ending.
	engine.catch(async () => await sandbox.close());
	return { sandbox, engine: await engine };
};
