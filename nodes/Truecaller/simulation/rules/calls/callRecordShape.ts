import type { WireCallRecord } from '../../../api/facts/wire';
import type { Fault } from '../../refusals';
import type { Fields } from '../shape';
import { NAMES } from './recordNames';

type Kind = 'text' | 'integer' | 'uuid';

/** [S][D3][D4] §4.2; `label_id` is optional since D3 (C5), the name since D4 (C6). */
const FIELDS: Readonly<Record<keyof WireCallRecord, { kind: Kind; required: boolean }>> = {
	[NAMES.caller]: { kind: 'text', required: true },
	[NAMES.receiver]: { kind: 'text', required: true },
	[NAMES.startsAt]: { kind: 'integer', required: true },
	[NAMES.endsAt]: { kind: 'integer', required: true },
	[NAMES.labelId]: { kind: 'uuid', required: false },
	[NAMES.labelName]: { kind: 'text', required: false },
	[NAMES.callReason]: { kind: 'text', required: false },
};

/** The field names of a record in v2 and v3. */
export const CALL_RECORD_FIELDS: readonly string[] = Object.keys(FIELDS);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const KINDS: Readonly<Record<Kind, { fits: (value: unknown) => boolean; words: string }>> = {
	text: { fits: (value) => typeof value === 'string', words: 'a string' },
	integer: { fits: (value) => Number.isSafeInteger(value), words: 'an integer' },
	uuid: { fits: (value) => typeof value === 'string' && UUID.test(value), words: 'a UUID' },
};

const rows = Object.entries(FIELDS);

/**
 * [S] "wrong key names" are invalid input, so `caller` of v1 is refused here, with its name in the
 * message.
 */
const findUnknownField = (fields: Fields): Fault | undefined => {
	// [F] Truecaller's pages describe actions after a call, but name no field. This name is a guess.
	const isKnown = (name: string) => Object.hasOwn(FIELDS, name) || name === 'post_call_action';
	const field = Object.keys(fields).find((name) => !isKnown(name));
	return field === undefined ? undefined : { field, text: `${field} is not allowed` };
};

const findMissingField = (fields: Fields): Fault | undefined => {
	const row = rows.find(
		([name, { required }]) => required && (fields[name] === undefined || fields[name] === ''),
	);
	if (row) return { field: row[0], text: `${row[0]} is required` };
	// [I] It is not documented what a record without both would show.
	const { labelId, labelName } = NAMES;
	if (fields[labelId] === undefined && fields[labelName] === undefined) {
		return { field: labelId, text: `${labelId} or ${labelName} is required` };
	}
	return undefined;
};

const findWrongType = (fields: Fields): Fault | undefined => {
	const row = rows.find(
		([name, { kind }]) => fields[name] !== undefined && !KINDS[kind].fits(fields[name]),
	);
	return row && { field: row[0], text: `${row[0]} must be ${KINDS[row[1].kind].words}` };
};

/** Returns the first fault in names, presence and types, in that order. */
export const findShapeFault = (fields: Fields): Fault | undefined =>
	findUnknownField(fields) ?? findMissingField(fields) ?? findWrongType(fields);

/** Returns true if `findShapeFault` finds no fault. */
export const isCallRecord = (fields: Fields): fields is Fields & WireCallRecord =>
	findShapeFault(fields) === undefined;
