import type { IDataObject } from 'n8n-workflow';

import { digitsOf } from '../../../api/reading/digits';
import { NUMBER_STATUS } from '../../../api/facts/words';
import { readWord } from '../../../api/reading/words';
import { readPhoneNumber, withoutPlus } from '../../../phone/phoneNumber';
import { ok, skipped, toShown } from '../check';
import type { Finding } from '../check';
import { checkNumbers } from './numbers';
import type { Readings } from '../readings';

const LIST_IT = 'List it with Number → List on Truecaller, or in the Truecaller console.';

/** The state of the caller number in words; the name of its feature set follows. */
const STATES: Readonly<Record<string, Pick<Finding, 'message' | 'advice'>>> = {
	listing: {
		message: 'is being listed in',
		advice: 'Listing takes Truecaller some time. Run this again in a few minutes.',
	},
	delisting: {
		message: 'is being taken off',
		advice: 'If that is not meant, list it again when Truecaller is done, in a few minutes.',
	},
	delisted: { message: 'was taken off', advice: LIST_IT },
	failed: {
		message: 'could not be listed in',
		advice:
			'List it again with Number → List on Truecaller. If that fails too, ask cs@truecaller.com.',
	},
	unknown: {
		message: 'is in a state that this version does not know, in',
		advice:
			"Switch on Options → 'Include Facts' and report the facts item, so that the word becomes known.",
	},
};

/** Returns the columns that users know from the Truecaller console. */
const toDetails = (lastFourDigits: string, row: IDataObject): IDataObject => ({
	endsIn: lastFourDigits,
	status: toShown(row.status),
	featureSet: toShown(row.feature_set_name),
	label: toShown(row.label_name),
});

const judge = (row: IDataObject, endsIn: string): Finding => {
	const state = readWord(NUMBER_STATUS, row.status) ?? 'unknown';
	const details = toDetails(endsIn, row);
	const number = `The caller number ending in ${endsIn}`;
	const name = toShown(row.feature_set_name);
	const place = name ? `the feature set "${name}"` : 'its feature set';
	if (state === 'listed') return ok(`${number} is listed in ${place}`, details);
	const { message, advice } = STATES[state] ?? { message: '', advice: '' };
	return { result: 'warning', message: `${number} ${message} ${place}`, advice, details };
};

/**
 * Checks the caller number. Truecaller has no look-up, so it searches the first page of the list.
 */
export const checkCallerNumber = (readings: Readings, input: unknown): Finding => {
	const { numbers } = readings;
	const read = readPhoneNumber(input);
	if (!read.ok)
		return { result: 'failed', message: `'Caller Number' ${read.why}`, advice: read.todo };
	if (!numbers?.ok) {
		const ofNumbers = checkNumbers(readings);
		return ofNumbers.result === 'skipped' ? ofNumbers : skipped('numbers');
	}
	const digits = withoutPlus(read.number);
	const row = numbers.rows.find(({ phone_number: number }) => digitsOf(number) === digits);
	const endsIn = digits.slice(-4);
	if (row) return judge(row, endsIn);
	if (!numbers.hasMore)
		return {
			result: 'failed',
			message: `The caller number ending in ${endsIn} is not listed in any feature set of this account`,
			advice: LIST_IT,
			details: { endsIn },
		};
	return {
		result: 'warning',
		message: `The caller number ending in ${endsIn} is not among the first ${numbers.rows.length} numbers, and there are more`,
		advice: "Look for it with Number → Get Many and 'Return All'.",
		details: { endsIn },
	};
};
