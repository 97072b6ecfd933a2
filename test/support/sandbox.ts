import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { createEngine } from './engine';
import type { Engine } from './engine';

/** A sandbox and an engine whose credential points at it. */
export type Stage = { readonly sandbox: Sandbox; readonly engine: Engine };

/** Every stage has a sandbox of its own, so that tokens, pace and counts of one test never meet another's. */
export const setStage = async (
	credential: Record<string, string> = {},
	timezone?: string,
): Promise<Stage> => {
	const sandbox = await startSandbox();
	const { clientAccountId, keyId, apiKey } = sandbox.keys.full;
	const engine = createEngine(
		{ clientAccountId, keyId, apiKey, baseUrl: sandbox.url, ...credential },
		timezone,
	);
	// A sandbox left open would keep the test runner from ending.
	engine.catch(async () => await sandbox.close());
	return { sandbox, engine: await engine };
};
