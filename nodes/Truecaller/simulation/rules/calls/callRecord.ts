import { LIMITS } from '../../../api/facts/limits';
import type { WireCallRecord } from '../../../api/facts/wire';
import { reworded } from '../../refusals';
import type { Fault } from '../../refusals';
import type { DialectSettings } from '../../settings/dialects';
import { PHONE_DIGITS } from '../phoneDigits';
import { findShapeFault, isCallRecord } from './callRecordShape';
import type { Fields } from '../shape';
import type { LabelKind } from './labels';
import { NAMES } from './recordNames';

/** What a record is checked against. */
export type Judge = {
	readonly nowMs: number;
	readonly labelKind: (labelId: string) => LabelKind;
	/** How numbers must be written in this request: §8 C4. */
	readonly plus: 'never' | 'always' | 'either';
	readonly dialect: DialectSettings;
};

const NUMBERS: Readonly<Record<Judge['plus'], { pattern: RegExp; words: string }>> = {
	never: { pattern: new RegExp(`^${PHONE_DIGITS}$`), words: 'country code and digits, without +' },
	always: { pattern: new RegExp(`^\\+${PHONE_DIGITS}$`), words: 'in E.164 format, with +' },
	either: { pattern: new RegExp(`^\\+?${PHONE_DIGITS}$`), words: 'country code and digits' },
};

const findBadNumber = (record: WireCallRecord, { plus }: Judge): Fault | undefined => {
	const { pattern, words } = NUMBERS[plus];
	const names = [NAMES.caller, NAMES.receiver];
	const field = names.find((name) => !pattern.test(record[name]));
	return field && { field, text: `${field} must be ${words}`, form: 'plus' };
};

const findBadLabel = ({ label_id: id }: WireCallRecord, judge: Judge): Fault | undefined => {
	const kind = id === undefined ? 'dynamic' : judge.labelKind(id);
	if (kind === 'dynamic') return undefined;
	const words = {
		static: 'label_id must be a dynamic label',
		unknown: 'label_id must belong to the client account',
	};
	return { field: 'label_id', text: words[kind] };
};

const isOutside = (text: string, least: number, most: number): boolean => {
	// [I] Counted in Unicode code points, as people see them, not in UTF-16 units.
	const length = [...text].length;
	return length < least || length > most;
};

const findBadName = (record: WireCallRecord): Fault | undefined => {
	const field = NAMES.labelName;
	const name = record[field];
	const { labelNameMinLength: least, labelNameMaxLength: most } = LIMITS;
	if (name === undefined || !isOutside(name, least, most)) return undefined;
	return { field, text: `${field} must be between ${least} and ${most} characters` };
};

/** [F] §6.2; characters that the page does not mention pass [U]. */
const findBadReason = (record: WireCallRecord): Fault | undefined => {
	const field = NAMES.callReason;
	const reason = record[field];
	if (reason === undefined) return undefined;
	const { callReasonMinLength: least, callReasonMaxLength: most } = LIMITS;
	if (isOutside(reason, least, most)) {
		return { field, text: `${field} must be between ${least} and ${most} characters` };
	}
	if ([...reason].some((each) => LIMITS.callReasonForbidden.includes(each))) {
		return { field, text: `${field} cannot contain any of ${LIMITS.callReasonForbidden}` };
	}
	const edges = [reason.slice(0, 1), reason.slice(-1)];
	const notAtEdge = `${LIMITS.callReasonNotAtEdge} \t\n`;
	if (!edges.some((edge) => notAtEdge.includes(edge))) return undefined;
	return {
		field,
		text: `${field} cannot start or end with a space or any of ${LIMITS.callReasonNotAtEdge}`,
	};
};

/** §8 C6: [D3][S] "required". */
const findMissingName = (record: WireCallRecord, { dialect }: Judge): Fault | undefined => {
	const field = NAMES.labelName;
	if (!dialect.labelNameRequired || record[field] !== undefined) return undefined;
	return { field, text: `${field} is required`, form: 'labelName' };
};

/** Current times have 10 digits in seconds and 13 in milliseconds. */
const LEAST_MS = 100_000_000_000;

const findBadUnit = (record: WireCallRecord, { dialect }: Judge): Fault | undefined => {
	const field = NAMES.startsAt;
	return dialect.recordTimes === 'seconds' && record[field] >= LEAST_MS
		? { field, text: `${field} must be in seconds`, form: 'times' }
		: undefined;
};

const findBadWindow = (record: WireCallRecord, { nowMs, dialect }: Judge): Fault | undefined => {
	const field = 'ends_at';
	const unitMs = dialect.recordTimes === 'seconds' ? 1_000 : 1;
	const [starts_at, ends_at] = [record.starts_at * unitMs, record.ends_at * unitMs];
	// [S][D3][D4] Exactly these words.
	if (ends_at < nowMs) return { field, text: 'ends_at cannot be older than current time' };
	// [D2] Exactly these words.
	if (ends_at - starts_at > LIMITS.callWindowMs) {
		return { field, text: 'ends_at cannot be more than 24 hours after starts_at' };
	}
	// [I] A window that ends before it starts is not documented.
	return ends_at < starts_at
		? { field, text: 'ends_at cannot be older than starts_at' }
		: undefined;
};

/** Returns the typed record, or the first fault in the order of §9.5. */
export const readCallRecord = (
	fields: Fields,
	judge: Judge,
): { ok: true; record: WireCallRecord } | { ok: false; fault: Fault } => {
	if (!isCallRecord(fields)) {
		return { ok: false, fault: findShapeFault(fields) ?? { text: 'not a call record' } };
	}
	const fault =
		findMissingName(fields, judge) ??
		findBadNumber(fields, judge) ??
		findBadLabel(fields, judge) ??
		findBadName(fields) ??
		findBadReason(fields) ??
		findBadUnit(fields, judge) ??
		findBadWindow(fields, judge);
	return fault
		? { ok: false, fault: reworded(fault, judge.dialect) }
		: { ok: true, record: fields };
};
