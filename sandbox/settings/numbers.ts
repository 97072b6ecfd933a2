import type { NumberSettings } from '../../nodes/Truecaller/simulation/settings/numbers';
import { either, httpStatus, oneOf, wholeNumber, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

const duration = wholeNumber(0, Number.MAX_SAFE_INTEGER);
/** Limits memory, because each row is created. */
const MOST_ROWS = 100_000;

export const NUMBER_REQUIREMENTS: Record<keyof NumberSettings, Requirement> = {
	featureSetCount: either(wholeNumber(0, MOST_ROWS), oneOf(null)),
	featureSetsTellPages: yesOrNo,
	numbersTellPages: yesOrNo,
	pastLastPage: oneOf('empty', 'repeatsLast', 'startsOver'),
	largestPage: either(wholeNumber(1, MOST_ROWS), oneOf(null)),
	listingMs: duration,
	delistingMs: duration,
	listingRows: oneOf('shown', 'hidden'),
	failedNumbersStatus: httpStatus,
};
