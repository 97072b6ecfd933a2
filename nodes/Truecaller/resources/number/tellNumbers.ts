import { countOf, listCounts } from '../../items/counts';
import type { ItemResult } from '../../items/results';
import type { Changing, UnreadableNumber } from './changing';
import type { SyncAction } from './sync/plan';
import type { SyncedNumber } from './sync/syncedNumber';

const LOOK = 'Next: Number → Get Many shows in a minute what became of them.';

/** Results in words for users; the keys are those of the output. */
const RESULTS: Readonly<Record<string, string>> = {
	accepted: 'accepted',
	alreadyThere: 'already there',
	notThere: 'not there',
	stillProcessing: 'under way already',
	inOtherFeatureSet: 'in another feature set',
	ownedByOther: 'owned by another account',
	otherPhoneType: 'of another phone type',
	invalid: 'invalid',
	limitReached: 'over the limit',
	notMentioned: 'not mentioned by Truecaller',
};

/** Returns the number of changes for each result, for List and Delist, and the next step. */
export const tellChanges = (
	results: ReadonlyArray<ItemResult<Changing | UnreadableNumber>>,
): string | undefined => {
	const numbers = new Map(
		results.flatMap(({ values = [] }) => values).map((each) => [each.number, each.state]),
	);
	const states = [...numbers.values()];
	if (states.length === 0) return undefined;
	const words = states.map(({ result, status }) =>
		result === 'accepted' && (status === 'listed' || status === 'delisted')
			? status
			: (RESULTS[result] ?? result),
	);
	const next = states.some(({ status }) => status === 'pending') ? ` ${LOOK}` : '';
	return `${countOf(states.length, 'number')}: ${listCounts(words)}.${next}`;
};

const ACTIONS: Readonly<Record<SyncAction, string>> = {
	list: 'to list',
	delist: 'to delist',
	keep: 'to keep',
	blocked: 'blocked until their delisting is over',
};

/** Returns in words what a sync planned or did. */
export const tellSync = (results: ReadonlyArray<ItemResult<SyncedNumber>>): string | undefined => {
	const numbers = results.flatMap(({ values = [] }) => values);
	if (numbers.length === 0) return undefined;
	const counts = listCounts(numbers.map(({ action }) => ACTIONS[action]));
	if (numbers.every(({ state }) => state === undefined))
		return `Plan for ${countOf(numbers.length, 'number')}: ${counts}. Nothing was changed. Next: set 'Mode' to Apply to carry it out.`;
	const isPending = numbers.some(({ state }) => state?.status === 'pending');
	return `Applied to ${countOf(numbers.length, 'number')}: ${counts}.${isPending ? ` ${LOOK}` : ''}`;
};
