import { ENDPOINTS } from '../../api/facts/endpoints';
import { LIMITS } from '../../api/facts/limits';
import { NUMBER_STATUS } from '../../api/facts/words';
import { readPages } from '../../api/pages';
import { digitsOf } from '../../api/reading/digits';
import { explainFailure } from '../../api/problems';
import type { Read } from '../../api/problems';
import { readWord } from '../../api/reading/words';
import type { Api } from '../../api/request';

/** The state of a number in a feature set. A number outside the set has no state. */
export type NumberState = 'listed' | 'listing' | 'delisting' | 'failed';

/** The states of all numbers of a feature set, by their digits. */
export type NumberStates = ReadonlyMap<string, NumberState>;

/**
 * Reads the state of a number. An unknown word counts as in progress, so the number is neither
 * listed nor delisted.
 */
const readState = (status: unknown): NumberState | undefined => {
	const state = readWord(NUMBER_STATUS, status) ?? 'listing';
	return state === 'delisted' ? undefined : state;
};

/**
 * Reads all pages of a feature set's numbers. Fails if one row has no number, because a sync
 * without it could delist live numbers.
 */
export const readStates = async (
	api: Api,
	featureSetId: string,
	timeLimitMs?: number,
): Promise<Read<NumberStates>> => {
	const list = {
		endpoint: ENDPOINTS.getNumbers,
		rowsKey: 'numbers',
		query: { feature_set_id: featureSetId },
		pageSize: LIMITS.rowsPerPage,
		timeLimitMs,
	};
	const rows = await readPages(api, list, Infinity);
	if (!rows.ok) return rows;
	const states = new Map<string, NumberState>();
	for (const row of rows.value) {
		if (digitsOf(row.phone_number) === '')
			return { ok: false, problem: explainFailure({ kind: 'noAnswer' }) };
		const state = readState(row.status);
		if (state) states.set(digitsOf(row.phone_number), state);
	}
	return { ok: true, value: states };
};
