import type { Fault } from '../../refusals';
import { isObject } from '../shape';
import type { Fields } from '../shape';

const NAME = 'call_records';
const fault = (text: string): { ok: false; fault: Fault } => ({
	ok: false,
	fault: { field: NAME, text },
});

/** The records of a batch, unjudged, or what is wrong with the whole. [S][D3][D4] 1 to 500; the words are [I]. */
export const readBatch = (
	body: Fields,
	most: number,
): { ok: true; records: readonly Fields[] } | { ok: false; fault: Fault } => {
	const unknownField = Object.keys(body).find((name) => name !== NAME);
	if (unknownField !== undefined) {
		return { ok: false, fault: { field: unknownField, text: `${unknownField} is not allowed` } };
	}
	const { [NAME]: records } = body;
	if (records === undefined) return fault(`${NAME} is required`);
	if (!Array.isArray(records)) return fault(`${NAME} must be an array`);
	if (records.length < 1 || records.length > most) {
		return fault(`${NAME} must contain between 1 and ${most} records`);
	}
	return records.every(isObject)
		? { ok: true, records }
		: fault(`${NAME} must contain objects only`);
};
