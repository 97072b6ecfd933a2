/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import path from 'node:path';

import type { RunResult } from './engine';
import { manyCustomers, personaliseCall } from './calls';
import { setStage } from './sandbox';
import type { Stage } from './sandbox';

/** So many calls in three seconds for each token: few enough that a busy machine makes them sooner, and so needs all tokens. */
const LIMITS = { realTimeCallsPerWindow: 10, realTimeWindowMs: 3_000 };

/** Lowers a limit of the built nodes, as each test file has them for itself. */
export const lowerLimits = async (limits: Record<string, number>): Promise<void> => {
	const file = path.resolve(__dirname, '../../dist/nodes/Truecaller/api/facts/limits.js');
	const { LIMITS } = (await import(file)) as { LIMITS: Record<string, number> };
	Object.assign(LIMITS, limits);
};

/** A sandbox and an engine whose credential has Parallel Tokens, both with the lower limits. */
export const setLaneStage = async (tokens: number, credential = {}): Promise<Stage> => {
	await lowerLimits(LIMITS);
	const stage = await setStage({ parallelTokens: String(tokens), ...credential });
	stage.sandbox.control.settings({ limits: LIMITS });
	return stage;
};

export const runCalls = async ({ engine }: Stage, count: number): Promise<RunResult> =>
	await engine.runNode({
		parameters: personaliseCall({}, { timeLimit: 60_000 }),
		items: manyCustomers(count),
	});

/** What the sandbox was asked, in a few words. */
export const countCalls = ({ sandbox }: Stage) => {
	const calls = sandbox.control.received('realTimeV2');
	const taken = calls.filter(({ status }) => status === 200);
	const bodies = new Set(taken.map(({ body }) => JSON.stringify(body)));
	return {
		taken: taken.length,
		different: bodies.size,
		tokens: [...new Set(taken.map(({ tokenOrdinal }) => tokenOrdinal))].sort(),
		logins: sandbox.control.received('token').length,
		of: (status: number) => calls.filter((each) => each.status === status).length,
	};
};
