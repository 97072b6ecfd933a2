import type { IDataObject } from 'n8n-workflow';

import { withoutKeys } from '../../api/withoutKeys';

/** The checks, in this order. Users' workflows store these words: never change them. */
export type CheckName =
	| 'login'
	| 'callPersonalisation'
	| 'labels'
	| 'featureSets'
	| 'numbers'
	| 'callerNumber'
	| 'label'
	| 'facts';

/** `skipped`: this check depends on another one, which failed. */
export type CheckResult = 'ok' | 'warning' | 'failed' | 'skipped';

/** The result of a check, and the fix. */
export type Finding = {
	readonly result: CheckResult;
	readonly message: string;
	readonly advice: string;
	readonly details?: IDataObject;
};

export const NOTHING_TO_DO = 'Nothing to do.';

export const ok = (message: string, details?: IDataObject): Finding => ({
	result: 'ok',
	message,
	advice: NOTHING_TO_DO,
	details,
});

/** Names, for users, of the checks that others depend on. */
const TITLES = {
	login: 'the login',
	callPersonalisation: 'the access to Call Personalisation',
	featureSets: 'the access to Number Management',
	numbers: 'the list of numbers',
} as const;

/** Returns the finding of a skipped check. It names the check that has to succeed first. */
export const skipped = (dependsOn: keyof typeof TITLES): Finding => ({
	result: 'skipped',
	message: `Not checked, because it depends on ${TITLES[dependsOn]}`,
	advice: `Follow the advice of the check ${dependsOn}, then run this again.`,
	details: { dependsOn },
});

export const toRow = (check: CheckName, finding: Finding): IDataObject => ({
	check,
	result: finding.result,
	message: finding.message,
	advice: finding.advice,
	details: finding.details ?? {},
});

/** Returns "1 label" or "12 labels". */
export const count = (number: number, noun: string): string =>
	`${number} ${noun}${number === 1 ? '' : 's'}`;

/**
 * Returns a text of Truecaller for display: without keys and tokens, and with numbers cut to their
 * last four digits.
 */
export const toShown = (value: unknown): string | null =>
	typeof value === 'string' ? withoutKeys(value) : null;

/** Maximum number of names in `details`. The count beside them covers all. */
const MOST_NAMES = 20;

/** Returns the names of the first rows, without keys and tokens. */
export const namesOf = (rows: ReadonlyArray<{ readonly name?: unknown }>): string[] =>
	rows.slice(0, MOST_NAMES).map(({ name }) => toShown(name) ?? '');
