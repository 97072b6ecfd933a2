import type { IDataObject } from 'n8n-workflow';

import { NUMBER_STATUS } from '../../../api/facts/words';
import { readWord } from '../../../api/reading/words';
import { count, ok, skipped } from '../check';
import type { Finding } from '../check';
import { NO_ACCESS } from './featureSets';
import { isForbidden, isOfLogin } from '../readings';
import type { Reading, Readings } from '../readings';

type Counts = {
	readonly listed: number;
	readonly listing: number;
	readonly delisting: number;
	readonly failed: number;
	readonly unknown: number;
};

const countStates = (rows: readonly IDataObject[]): Counts => {
	const states = rows.map(({ status }) => readWord(NUMBER_STATUS, status) ?? 'unknown');
	const of = (wanted: string): number => states.filter((state) => state === wanted).length;
	return {
		listed: of('listed'),
		listing: of('listing'),
		delisting: of('delisting'),
		failed: of('failed'),
		unknown: of('unknown'),
	};
};

/** Returns "5 numbers are listed, 1 is being listed, 2 could not be listed". */
const tell = ({ listed, listing, delisting, failed, unknown }: Counts): string => {
	const is = (number: number): string => (number === 1 ? 'is' : 'are');
	const parts = [
		listed === 0 ? 'No number is listed' : `${count(listed, 'number')} ${is(listed)} listed`,
		listing > 0 ? `${listing} ${is(listing)} being listed` : '',
		delisting > 0 ? `${delisting} ${is(delisting)} being taken off` : '',
		failed > 0 ? `${failed} could not be listed` : '',
		unknown > 0 ? `${unknown} ${is(unknown)} in a state that this version does not know` : '',
	];
	return parts.filter((part) => part !== '').join(', ');
};

const ADVICE = {
	none: 'List the numbers you call from with Number → List on Truecaller, or in the Truecaller console.',
	failed:
		'Find them with Number → Get Many and list them again. If that fails too, ask cs@truecaller.com.',
	waiting: 'Listing takes Truecaller some time. Run this again in a few minutes.',
	unknown:
		"Switch on Options → 'Include Facts' and report the facts item, so that the word becomes known.",
};

const judge = ({ rows, hasMore }: Extract<Reading<IDataObject>, { ok: true }>): Finding => {
	const counts = countStates(rows);
	const details = { ...counts, hasMore };
	const message = hasMore ? `Of the first ${rows.length} numbers: ${tell(counts)}` : tell(counts);
	const warn = (advice: string): Finding => ({ result: 'warning', message, advice, details });
	if (counts.failed > 0) return warn(ADVICE.failed);
	if (counts.unknown > 0) return warn(ADVICE.unknown);
	if (counts.listed > 0) return ok(message, details);
	return warn(counts.listing > 0 ? ADVICE.waiting : ADVICE.none);
};

/** Counts the numbers by state. Reading them needs the same access as the feature sets. */
export const checkNumbers = ({ labels, featureSets, numbers }: Readings): Finding => {
	if (!labels.ok && isOfLogin(labels.failure)) return skipped('login');
	if (featureSets?.ok === false && isOfLogin(featureSets.failure)) return skipped('login');
	if (!numbers) return skipped('featureSets');
	if (numbers.ok) return judge(numbers);
	const { failure, problem } = numbers;
	if (isOfLogin(failure)) return skipped('login');
	if (isForbidden(failure)) return NO_ACCESS;
	return {
		result: 'failed',
		message: `The numbers could not be read: ${problem.message}`,
		advice: problem.todo,
	};
};
