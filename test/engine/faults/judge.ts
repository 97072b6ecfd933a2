import type { INodeExecutionData } from 'n8n-workflow';

import type { RunResult } from '../../support/engine';
import type { OnError } from './cases';
import { ADVICE, ERROR } from './expected/cells';
import type { Cell, Count, Fault, Words } from './expected/cells';
import type { Ran } from './runCell';
import type { SetUp } from './setUps/setUp';

/** The input items that an output item belongs to: one, or all those of a feature set that share it. */
const indexesOf = ({ pairedItem }: INodeExecutionData): number[] =>
	[pairedItem ?? []].flat().map((pair) => (typeof pair === 'object' ? pair.item : pair));

/** Everything that came out for each input item, in words: `2 rows`, `pushed`, `list accepted + error`. */
const tellItems = ({ items, errors }: RunResult, tell: SetUp['tell']): string[] => {
	const told: string[][] = [[], [], []];
	for (const item of [...items, ...errors]) {
		const { error } = item.json;
		const owners = indexesOf(item).map((index) => told[index]);
		if (owners.length === 0 || owners.includes(undefined))
			throw new Error(`An item came out that belongs to no input item: ${JSON.stringify(item)}`);
		for (const owner of owners) owner?.push(error === undefined ? tell(item.json) : ERROR);
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
	message:
		"'Retry On Fail' is switched on for this node, and would personalise calls a second time",
	todo: "switch off 'Retry On Fail'",
};

/** Both personalise operations refuse to run at all while n8n would send every call again. */
export const REFUSED_RETRY: Cell = {
	items: [ERROR, ERROR, ERROR],
	words: RETRY_REFUSED,
	stops: 0,
	goesOn: 0,
	again: 0,
};

export const refusesRetry = ({ parameters }: SetUp): boolean =>
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
	// What several items share comes with the last of them.
	const order = ran.items.map((item) => Math.max(...indexesOf(item)));
	expect(order).toEqual([...order].sort());
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

/** Compares a run with what its cell of the table says. */
export const judge = (
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
	if (setUp.watched !== 'token') expect(ran.logins).toBeLessThanOrEqual(cell.logins ?? 1);
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
