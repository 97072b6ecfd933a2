/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import type { IHttpRequestOptions } from 'n8n-workflow';

import type { NodeSetUp, RunResult } from '../../support/engine';
import { setStage } from '../../support/sandbox';
import type { Stage } from '../../support/sandbox';
import type { Fault } from './expected/cells';
import { toOrder } from './faults';
import type { SetUp } from './setUps/setUp';

/**
 * Stands for the minute that a call may take, so that no test waits for it. The time runs before the call has
 * reached the sandbox, which shares two cores with all other cells: a stall must not end a call that never left.
 * What is asked for again and again gets less time.
 */
const longestCallMs = ({ method }: IHttpRequestOptions, watched: string): number => {
	if (watched === 'token') return 1_000;
	return method === 'POST' ? 5_000 : 2_000;
};

/** Numbers are read, listed and delisted in one run: only one of these is not answered. */
const isWatched = ({ url }: IHttpRequestOptions, watched: string): boolean =>
	!['numbers', 'publish', 'delist'].includes(watched) || url.endsWith(`/${watched}`);

const earnToken = async ({ engine }: Stage) =>
	await engine.runNode({ parameters: { resource: 'label', operation: 'getMany', limit: 1 } });

/** Lets happen what belongs after the first of the watched calls; nothing when the run ends without one. */
const watchFirst = async (
	stage: Stage,
	{ watched, afterFirst }: SetUp,
	refuses: boolean,
	running: Promise<unknown>,
): Promise<void> => {
	let isOver = false;
	void running.finally(() => (isOver = true));
	while (!isOver && stage.sandbox.control.received(watched).length === 0) await pause(5);
	if (isOver) return;
	afterFirst?.(stage);
	if (!refuses) return;
	// The answer to the first call is on its way.
	await pause(100);
	await stage.sandbox.close();
};

export type Ran = RunResult & {
	readonly requests: number;
	readonly logins: number;
	readonly stage: Stage;
};

/** Runs a node once against a fresh sandbox that has the fault, and counts the requests and logins. */
export const runCell = async (
	fault: Fault,
	setUp: SetUp,
	node: Pick<NodeSetUp, 'onError' | 'retryOnFail'>,
	elsewhere: string,
): Promise<Ran> => {
	const stage = await setStage(setUp.credential);
	const { control } = stage.sandbox;
	const { watched: route, passes, parameters } = setUp;
	try {
		const items = (await setUp.prepare?.(stage)) ?? setUp.items;
		const order = toOrder(fault, setUp, elsewhere);
		if (!order && route !== 'token') await earnToken(stage);
		const [before, loginsBefore] = [
			control.received(route).length,
			control.received('token').length,
		];
		const isHanging = (options: IHttpRequestOptions) =>
			order?.connection === 'hang' &&
			isWatched(options, route) &&
			control.received(route).length - before >= passes;
		stage.engine.credentials.longestCallMs = (options) =>
			isHanging(options) ? longestCallMs(options, route) : Infinity;
		if (order && passes > 0) control.next({ route, delayMs: 1, times: passes });
		if (order) control.next({ route, ...order });
		if (!order && !setUp.afterFirst) await stage.sandbox.close();
		const running = stage.engine.runNode({ parameters, items, maxTries: 2, ...node });
		if (setUp.afterFirst) await watchFirst(stage, setUp, !order, running);
		const result = await running;
		return {
			...result,
			requests: control.received(route).length - before,
			logins: control.received('token').length - loginsBefore,
			stage,
		};
	} finally {
		await stage.sandbox.close();
	}
};
