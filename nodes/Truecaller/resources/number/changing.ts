import type { IDataObject } from 'n8n-workflow';

import type { E164 } from '../../phone/phoneNumber';
import type { NumberCall, NumberResult } from '../../api/reading/numbersAnswer';

/**
 * The current state of a change. `status`: Truecaller's word while it is working, null if nothing
 * changes.
 */
export type ChangeState = {
	readonly result: NumberResult;
	readonly status: string | null;
	readonly advice: string;
};

/** A number that was sent to be listed or delisted, and its current state. */
export type Changing = {
	readonly number: E164;
	readonly featureSetId: string;
	readonly change: NumberCall;
	state: ChangeState;
};

/** An input that is not a phone number. It is reported, never sent. */
export type UnreadableNumber = {
	readonly number: string;
	readonly featureSetId: string;
	readonly change?: undefined;
	readonly state: ChangeState;
};

export const isChanging = (each: Changing | UnreadableNumber): each is Changing =>
	each.change !== undefined;

/** Returns the output row of a number, for List and Delist. */
export const toChangeRow = ({
	number,
	featureSetId,
	state: { result, status, advice },
}: Changing | UnreadableNumber): IDataObject => ({
	phoneNumber: number,
	result,
	status,
	advice,
	featureSetId,
});
