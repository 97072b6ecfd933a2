import type { Fault } from '../../refusals';
import { isObject } from '../shape';
import type { Fields } from '../shape';

const RECORDS_FIELD = 'call_records';
const fault = (text: string): { ok: false; fault: Fault } => ({
	ok: false,
	fault: { field: RECORDS_FIELD, text },
});

/**
 * Returns the records of a batch, unchecked, or the fault of the whole. [S][D3][D4] 1 to 500; the
 * words are [I].
 */
export const readBatch = (
	body: Fields,
	most: number,
): { ok: true; records: readonly Fields[] } | { ok: false; fault: Fault } => {
	const unknownField = Object.keys(body).find((name) => name !== RECORDS_FIELD);
	if (unknownField !== undefined) {
		return { ok: false, fault: { field: unknownField, text: `${unknownField} is not allowed` } };
	}
	const { [RECORDS_FIELD]: records } = body;
	if (records === undefined) return fault(`${RECORDS_FIELD} is required`);
	if (!Array.isArray(records)) return fault(`${RECORDS_FIELD} must be an array`);
	if (records.length < 1 || records.length > most) {
		return fault(`${RECORDS_FIELD} must contain between 1 and ${most} records`);
	}
	return records.every(isObject)
		? { ok: true, records }
		: fault(`${RECORDS_FIELD} must contain objects only`);
};
