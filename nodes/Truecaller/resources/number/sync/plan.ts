import { withoutPlus } from '../../../phone/phoneNumber';
import type { E164 } from '../../../phone/phoneNumber';
import type { NumberStates } from '../numberStates';

/** What has to be done with a number so that the feature set holds what is wanted. Stored in workflows: the words never change. */
export type SyncAction = 'list' | 'delist' | 'keep' | 'blocked';

/** One number of a plan. `isRunning`: Truecaller is at it already, and nothing needs to be sent. */
export type PlannedNumber = {
	readonly number: E164;
	readonly action: SyncAction;
	readonly isRunning: boolean;
};

/** Plans what to do with the numbers that are wanted, in their order, and after them with those that are there and not wanted. Truecaller's own digits need no reading. */
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
