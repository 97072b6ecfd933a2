import type { WireCallRecord, WireCallRecordV1 } from '../../../api/facts/wire';
import type { Fault } from '../../refusals';
import type { Fields } from '../shape';
import { NAMES } from './recordNames';

type Renamed = Exclude<keyof WireCallRecordV1, keyof WireCallRecord>;

/** §8 C1: left v1 and [D2a], right [D2b] and later. */
const CURRENT: Readonly<Record<Renamed, keyof WireCallRecord>> = {
	caller: NAMES.caller,
	receiver: NAMES.receiver,
	label_name: NAMES.labelName,
	call_reason: NAMES.callReason,
};

const pairs = Object.entries(CURRENT);

const rename = (fields: Fields, names: Readonly<Record<string, string>>): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [
			Object.hasOwn(names, name) ? (names[name] ?? name) : name,
			value,
		]),
	);

const FORMER: Readonly<Record<string, string>> = Object.fromEntries(
	pairs.map(([former, current]) => [current, former]),
);

export const inFormerNames = (record: Fields): Fields => rename(record, FORMER);

/** Returns a v1 record with the current names, or the fault of a record that has those already. */
export const readFormerNames = (
	fields: Fields,
): { ok: true; fields: Fields } | { ok: false; fault: Fault } => {
	const field = Object.keys(fields).find((name) => Object.hasOwn(FORMER, name));
	return field === undefined
		? { ok: true, fields: rename(fields, CURRENT) }
		: { ok: false, fault: { field, text: `${field} is not allowed`, form: 'names' } };
};

/** Returns the fault with the names of v1, for a client that sent those. */
export const faultInFormerNames = ({ field, text, isVerbatim }: Fault): Fault => ({
	isVerbatim,
	...(field === undefined ? {} : { field: FORMER[field] ?? field }),
	text: pairs.reduce((words, [former, current]) => words.replaceAll(current, former), text),
});
