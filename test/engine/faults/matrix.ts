/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import type { IHttpRequestOptions, INodeExecutionData } from 'n8n-workflow';

import { startSandbox } from '../../../sandbox/server';
import type { Sandbox } from '../../../sandbox/server';
import type { NodeSetUp, RunResult } from '../../support/engine';
import { setStage } from '../../support/sandbox';
import type { Stage } from '../../support/sandbox';
import { EXPECTED } from './expected';
import { ADVICE, ERROR, FAULTS, ROUTES } from './expected/cells';
import type { Cell, Count, Fault, Route, Words } from './expected/cells';
import { toOrder } from './faults';
import { SET_UPS } from './setUps';
import type { SetUp } from './setUps';

const MODES = [
	['stops', 'stopWorkflow'],
	['continues', 'continueRegularOutput'],
	['continues by the error output', 'continueErrorOutput'],
] as const;
type OnError = (typeof MODES)[number][1];

/** Stands for the minute that a call may take, so that no test waits for it. */
const LONGEST_CALL_MS = 1_000;

/** Numbers are read, listed and delisted in one run: only one of these is not answered. */
const isWatched = ({ url }: IHttpRequestOptions, watched: string): boolean =>
	!['numbers', 'publish', 'delist'].includes(watched) || url.endsWith(`/${watched}`);

const usedAddresses = new Set<string>();

/** What this process knows of a token goes by the address, so that no two sandboxes may have had the same. */
const setFreshStage = async (): Promise<Stage> => {
	const stage = await setStage();
	if (!usedAddresses.has(stage.sandbox.url)) {
		usedAddresses.add(stage.sandbox.url);
		return stage;
	}
	await stage.sandbox.close();
	return await setFreshStage();
};

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

type Ran = RunResult & {
	readonly requests: number;
	readonly logins: number;
	readonly stage: Stage;
};

const runCell = async (
	fault: Fault,
	setUp: SetUp,
	node: Pick<NodeSetUp, 'onError' | 'retryOnFail'>,
	elsewhere: string,
): Promise<Ran> => {
	const stage = await setFreshStage();
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
			isHanging(options) ? LONGEST_CALL_MS : Infinity;
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

const indexOf = ({ pairedItem }: INodeExecutionData): number =>
	typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;

/** Everything that came out for each input item, in words: `2 rows`, `pushed`, `list accepted + error`. */
const tellItems = ({ items, errors }: RunResult, tell: SetUp['tell']): string[] => {
	const told: string[][] = [[], [], []];
	for (const item of [...items, ...errors]) {
		const { error } = item.json;
		const of = told[indexOf(item)];
		if (!of)
			throw new Error(`An item came out that belongs to no input item: ${JSON.stringify(item)}`);
		of.push(error === undefined ? tell(item.json) : ERROR);
	}
	return told.map((words) =>
		words.length > 1 && words.every((word) => word === 'row')
			? `${words.length} rows`
			: words.join(' + '),
	);
};

const atOnceOr = (exact: boolean, items: readonly string[]): readonly string[] =>
	exact ? items : [...items].sort();

const expectCount = (count: number, expected: Count): void => {
	const [from, to] = typeof expected === 'number' ? [expected, expected] : expected;
	expect(count).toBeGreaterThanOrEqual(from);
	expect(count).toBeLessThanOrEqual(to);
};

const RETRY_REFUSED: Words = {
	message: 'Retry On Fail is switched on for this node, and would personalise calls a second time',
	todo: 'switch off Retry On Fail',
};

/** Both personalise operations refuse to run at all while n8n would send every call again. */
const REFUSED_RETRY: Cell = {
	items: [ERROR, ERROR, ERROR],
	words: RETRY_REFUSED,
	stops: 0,
	goesOn: 0,
	again: 0,
};

const refusesRetry = ({ parameters }: SetUp): boolean =>
	parameters.resource === 'callPersonalisation';

const toPattern = ({ message }: Words, end: string): RegExp =>
	message instanceof RegExp
		? new RegExp(message.source + end)
		: new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}${end}$`);

/** The run stopped: with a message that names the item, what to do, and what a second run would send again. */
const expectStop = ({ error, items, errors }: RunResult, { words }: Cell, setUp: SetUp): void => {
	expect([items, errors]).toEqual([[], []]);
	if (!words) throw new Error('A cell with an error has no words for it');
	expect(error?.message).toMatch(
		toPattern(words, words === RETRY_REFUSED ? '' : ' \\[item [012]\\]'),
	);
	expect(error?.description).toContain(words.todo);
	const sends = /personalise|list|sync/i.test(String(setUp.parameters.operation));
	if (sends && words !== RETRY_REFUSED)
		expect(error?.description).toMatch(/(Already|Nothing was) (pushed|accepted by Truecaller)/);
};

/** Every input item came out: its rows with advice, its error with words, on the output that it belongs to. */
const expectItems = (ran: RunResult, { words }: Cell, onError: OnError): void => {
	expect(ran.error).toBeUndefined();
	const all = [...ran.items, ...ran.errors];
	const failed = all.filter(({ json }) => json.error !== undefined);
	expect(onError === 'continueErrorOutput' ? ran.errors : ran.errors.length).toEqual(
		onError === 'continueErrorOutput' ? failed : 0,
	);
	expect(ran.items.map(indexOf)).toEqual(ran.items.map(indexOf).sort());
	for (const { json } of failed) {
		if (!words) throw new Error('A cell with an error has no words for it');
		expect(json.error).toMatch(toPattern(words, ''));
		expect((json.details as { advice: string }).advice).toContain(words.todo);
	}
	for (const { json } of all.filter((item) => item.json.outcome !== undefined)) {
		const { outcome, reason, advice, message, personalised } = json;
		const told = typeof reason === 'string' ? `${String(outcome)}/${reason}` : String(outcome);
		expect([personalised, advice]).toEqual([outcome === 'pushed', ADVICE[told]]);
		if (outcome === 'running') expect(message).toBe(words?.message);
	}
};

const SECRETS = /98765400\d0|2268020\d{3}/;

/** Neither the key nor a token nor a whole phone number stands in the words of an error. */
const expectNoSecrets = ({ error, items, errors, stage }: Ran): void => {
	const texts = [
		error?.message,
		error?.description,
		...[...items, ...errors].flatMap(({ json }) =>
			json.error === undefined ? [] : [json.error, (json.details as { advice: string }).advice],
		),
	];
	const { apiKey, accessToken } = stage.engine.credentials.stored;
	for (const text of texts.map(String)) {
		expect(text).not.toMatch(SECRETS);
		for (const secret of [apiKey, accessToken])
			if (secret !== '') expect(text).not.toContain(String(secret));
	}
};

const judge = (
	ran: Ran,
	cell: Cell,
	{
		fault,
		setUp,
		onError,
		retryOnFail,
	}: { fault: Fault; setUp: SetUp; onError: OnError; retryOnFail: boolean },
): void => {
	const hasError = cell.items.some((item) => item.includes(ERROR));
	// n8n runs a node again when it threw, and when the first item of its output is an error.
	const isRunAgain =
		retryOnFail && hasError && (onError === 'stopWorkflow' || cell.items[0] === ERROR);
	const ends = isRunAgain ? (cell.secondTime ?? [cell.items]) : [cell.items];
	const told = tellItems(ran, setUp.tell);
	const exact = !fault.endsWith('once');
	if (onError === 'stopWorkflow' && ran.error) {
		expect(ends.some((items) => items.some((item) => item.includes(ERROR)))).toBe(true);
		expectStop(ran, cell, setUp);
	} else {
		expect(ends.map((items) => atOnceOr(exact, items))).toContainEqual(atOnceOr(exact, told));
		expectItems(ran, cell, onError);
		if (onError === 'stopWorkflow') expect(told.join()).not.toContain(ERROR);
	}
	const once = onError === 'stopWorkflow' ? cell.stops : cell.goesOn;
	expectCount(ran.requests, isRunAgain ? cell.again : once);
	if (setUp.watched !== 'token') expect(ran.logins).toBeLessThanOrEqual(1);
	expectNoSecrets(ran);
	const changesNothing = hasError || cell.items.includes('running');
	if (
		changesNothing &&
		!cell.secondTime &&
		!(retryOnFail && refusesRetry(setUp)) &&
		setUp.isUntouched
	)
		expect(setUp.isUntouched(ran.stage)).toBe(true);
};

/** One cell as a test: a route, a fault, and how the node is set to meet errors. */
export type Case = {
	readonly route: Route;
	readonly fault: Fault;
	readonly mode: string;
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	readonly retry: string;
};

const casesOf = (route: Route): Case[] =>
	FAULTS.flatMap((fault) =>
		[false, true].flatMap((retryOnFail) =>
			MODES.map(([mode, onError]) => ({
				route,
				fault,
				mode,
				onError,
				retryOnFail,
				retry: retryOnFail ? 'on' : 'off',
			})),
		),
	);

/** All cells of a family of routes: fault by fault, in every On Error mode, with Retry On Fail off and on. */
export const cellsOf = (family: Partial<Record<Route, unknown>>): Case[] =>
	ROUTES.filter((route) => route in family).flatMap(casesOf);

/** Repeats and pauses of a cell take up to half of this on a quiet machine. */
export const LONGEST_CELL_MS = 90_000;

let elsewhere: Sandbox;

/** The host that redirects lead to, and where no call may ever arrive. */
export const setUpMatrix = (): void => {
	// On a machine that stalls, a pause or a time limit can pass too early: what fails is run once more, alone.
	jest.retryTimes(1);
	beforeAll(async () => {
		// The shortest pauses that there are: their spread is tested by itself.
		jest.spyOn(Math, 'random').mockReturnValue(0);
		elsewhere = await startSandbox();
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		await elsewhere.close();
	});
};

export const testCell = async ({ route, fault, onError, retryOnFail }: Case): Promise<void> => {
	const setUp = SET_UPS[route];
	const cell = retryOnFail && refusesRetry(setUp) ? REFUSED_RETRY : EXPECTED[route][fault];
	const ran = await runCell(fault, setUp, { onError, retryOnFail }, elsewhere.url);
	judge(ran, cell, { fault, setUp, onError, retryOnFail });
	expect(elsewhere.control.received()).toEqual([]);
};
