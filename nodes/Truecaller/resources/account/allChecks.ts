import type { IDataObject } from 'n8n-workflow';

import type { Problem, Read } from '../../api/problems';
import type { Api } from '../../api/request';
import type { Item } from '../../items/item';
import { checkCallerNumber } from './checks/callerNumber';
import { checkCallPersonalisation } from './checks/callPersonalisation';
import { skipped, toRow } from './check';
import type { CheckName, Finding } from './check';
import { tellFacts } from './facts/facts';
import { checkFeatureSets } from './checks/featureSets';
import { checkLabel } from './checks/label';
import { checkLabels } from './checks/labels';
import { checkLogin, explainNoLogin } from './checks/login';
import type { Doubt } from './checks/login';
import { checkNumbers } from './checks/numbers';
import { clockTodo, tellClock } from '../../api/reading/clock';
import { observe } from './facts/observe';
import type { ObservedRequest } from './facts/observe';
import { readAccount } from './readings';
import type { Readings } from './readings';

/** The checks that the user asks for, in addition to those that always run. */
export type Asked = {
	readonly callerNumber?: unknown;
	readonly labelId?: string;
	readonly includeFacts: boolean;
};

const isFilled = (value: unknown): boolean =>
	value !== undefined && value !== null && String(value).trim() !== '';

/** Returns the ID from a resource locator, or the bare ID of an expression. */
const toId = (value: unknown): string => {
	const id: unknown =
		typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
};

/** Reads the options of the first item. An empty caller number or label counts as absent. */
export const readAsked = (first: Item): Read<Asked> => {
	const callerNumber = first.option('callerNumber');
	const labelId = toId(first.option('label'));
	return {
		ok: true,
		value: {
			includeFacts: first.option('includeFacts') === true,
			...(isFilled(callerNumber) ? { callerNumber } : {}),
			...(labelId === '' ? {} : { labelId }),
		},
	};
};

type Findings = ReadonlyArray<readonly [CheckName, Finding]>;

/** Returns the rows of all checks in the promised order. The facts come last. */
const toRows = (findings: Findings, facts: Finding, asked: Asked): IDataObject[] => [
	...findings.map(([name, finding]) => toRow(name, finding)),
	...(asked.includeFacts ? [toRow('facts', facts)] : []),
];

/** Returns warnings for the user although the login works. */
const findDoubts = (api: Api, requests: readonly ObservedRequest[]): Doubt[] => {
	const [aheadMs] = requests.flatMap(({ reply }) => reply.clockAheadMs ?? []);
	const doubts: Doubt[] = [];
	if (aheadMs !== undefined) doubts.push({ says: tellClock(aheadMs), advice: clockTodo(aheadMs) });
	if (api.warning !== undefined)
		doubts.push({ says: 'the connection is not encrypted', advice: api.warning });
	return doubts;
};

const judge = (readings: Readings, asked: Asked, doubts: readonly Doubt[]): Findings => [
	['login', checkLogin(readings, doubts)],
	['callPersonalisation', checkCallPersonalisation(readings)],
	['labels', checkLabels(readings)],
	['featureSets', checkFeatureSets(readings)],
	['numbers', checkNumbers(readings)],
	...(asked.callerNumber === undefined
		? []
		: [['callerNumber', checkCallerNumber(readings, asked.callerNumber)] as const]),
	...(asked.labelId === undefined ? [] : [['label', checkLabel(readings, asked.labelId)] as const]),
];

/** Reads the account and reports on each check. Never throws, and changes nothing at Truecaller. */
export const makeChecks = async (api: Api, asked: Asked): Promise<IDataObject[]> => {
	const observed = observe(api);
	const readings = await readAccount(observed);
	const { requests } = observed;
	const facts = tellFacts(requests, api.dialects?.known());
	return toRows(judge(readings, asked, findDoubts(api, requests)), facts, asked);
};

/** Returns the same rows if the credential allows no request. */
export const explainNoChecks = (problem: Problem, asked: Asked): IDataObject[] => {
	const others: readonly CheckName[] = [
		'callPersonalisation',
		'labels',
		'featureSets',
		'numbers',
		...(asked.callerNumber === undefined ? [] : (['callerNumber'] as const)),
		...(asked.labelId === undefined ? [] : (['label'] as const)),
	];
	const findings: Findings = [
		['login', explainNoLogin(problem)],
		...others.map((name) => [name, skipped('login')] as const),
	];
	return toRows(findings, tellFacts([]), asked);
};
