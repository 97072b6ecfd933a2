import { withoutPlus } from '../../../phone/phoneNumber';
import type { E164 } from '../../../phone/phoneNumber';
import type { NumberStates } from '../numberStates';

/**
 * The action that brings a number to its desired state. Users' workflows store these words: never
 * change them.
 */
export type SyncAction = 'list' | 'delist' | 'keep' | 'blocked';

/** One number of a plan. `isRunning`: Truecaller is already working on it, so nothing is sent. */
export type PlannedNumber = {
	readonly number: E164;
	readonly action: SyncAction;
	readonly isRunning: boolean;
};

/**
 * Plans the action for each wanted number, in their order, then for each unwanted number in the
 * feature set. Digits from Truecaller need no check.
 */
export const planSync = (wanted: readonly E164[], states: NumberStates): PlannedNumber[] => {
	const toKeep = wanted.map((number): PlannedNumber => {
		const state = states.get(withoutPlus(number));
		if (state === 'delisting') return { number, action: 'blocked', isRunning: true };
		if (state === 'listed' || state === 'listing')
			return { number, action: 'keep', isRunning: state === 'listing' };
		return { number, action: 'list', isRunning: false };
	});
	const wantedDigits = new Set(wanted.map(withoutPlus));
	const toDelist = [...states]
		.filter(([digits, state]) => !wantedDigits.has(digits) && state !== 'failed')
		.map(
			([digits, state]): PlannedNumber => ({
				number: `+${digits}` as E164,
				action: 'delist',
				isRunning: state === 'delisting',
			}),
		);
	return [...toKeep, ...toDelist];
};
