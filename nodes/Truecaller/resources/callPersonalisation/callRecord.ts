import type { Form } from '../../api/dialects/form';
import type { Fault, Read } from '../../api/problems';
import type { WireCallRecord } from '../../api/facts/wire';
import { toWireRecord } from '../../api/reading/wireRecord';
import type { Item } from '../../items/item';
import { readPhoneNumber } from '../../phone/phoneNumber';
import { readLabelId } from './callLabel';
import { readCallReason, readLabelName } from './texts/callTexts';
import { readWindow, toTimes } from './times/callWindow';
import type { CallWindow } from './times/callWindow';
import { hasEmptyField } from './texts/emptyField';
import { toProblem } from './fault';
import { isLeftFixed, SWITCH_TO_EXPRESSION } from './texts/unfilledText';

/**
 * How numbers are written in a request, regardless of the input. `asTyped`: for checks that are
 * off.
 */
export type NumberFormat = 'automatic' | 'asDocumented' | 'withPlus' | 'withoutPlus' | 'asTyped';

/**
 * One caller–receiver personalisation, checked. Numbers are in E.164, or as typed if checks are
 * off.
 */
export type CallRecord = CallWindow & {
	readonly callerNumber: string;
	readonly receiverNumber: string;
	readonly labelId: string;
	readonly labelName: string;
	readonly callReason: string;
	readonly numberFormat: NumberFormat;
	/** True if a field inside the call reason was empty; the user gets a hint after the run. */
	readonly hasEmptyField: boolean;
};

const readNumber = (
	item: Item,
	field: 'callerNumber' | 'receiverNumber',
	checks: boolean,
	faults: Fault[],
): string => {
	if (!checks) return item.text(field);
	const given = item.parameter(field);
	const reading = readPhoneNumber(given, String(item.option('defaultCountry') ?? ''));
	if (reading.ok) return reading.number;
	const name = field === 'callerNumber' ? 'Caller Number' : 'Receiver Number';
	const todo = isLeftFixed(given) ? SWITCH_TO_EXPRESSION : reading.todo;
	faults.push({ field, name, says: reading.why, todo });
	return '';
};

const CHOICES: readonly NumberFormat[] = ['asDocumented', 'withPlus', 'withoutPlus'];

const readNumberFormat = (value: unknown): NumberFormat =>
	CHOICES.find((choice) => choice === value) ?? 'automatic';

const readCallWindow = (
	item: Item,
	nowMs: number,
	checks: boolean,
): ReturnType<typeof readWindow> =>
	readWindow(
		{
			startsAt: item.parameter('startsAt'),
			endsAt: item.parameter('endsAt'),
			durationMinutes: item.parameter('durationMinutes'),
			timezone: item.timezone,
		},
		nowMs,
		checks,
	);

/** Reads the record of an item. Finds every fault of the item, not only the first. */
export const readCallRecord = (item: Item, nowMs: number): Read<CallRecord> => {
	const checks = item.option('checks') !== 'off';
	const faults: Fault[] = [];
	const callerNumber = readNumber(item, 'callerNumber', checks, faults);
	const receiverNumber = readNumber(item, 'receiverNumber', checks, faults);
	const labelName = readLabelName(item, checks);
	const label = readLabelId(item, labelName.text, checks);
	const callReason = readCallReason(item, checks);
	const { window, faults: windowFaults } = readCallWindow(item, nowMs, checks);
	faults.push(...label.faults, ...labelName.faults, ...callReason.faults, ...windowFaults);
	if (faults.length > 0) return { ok: false, problem: toProblem(faults) };
	return {
		ok: true,
		value: {
			...window,
			callerNumber,
			receiverNumber,
			labelId: label.labelId,
			labelName: labelName.text,
			callReason: callReason.text,
			numberFormat: checks ? readNumberFormat(item.option('numberFormat')) : 'asTyped',
			hasEmptyField: hasEmptyField(item.source('callReason'), item.parameter('callReason')),
		},
	};
};

/** Returns true if a number keeps its `+` in this format. Numbers as typed stay unchanged. */
const hasPlus = (format: NumberFormat, { plus, automaticPlus }: Form): boolean => {
	if (format === 'automatic') return automaticPlus;
	return format === 'asDocumented' ? plus : format !== 'withoutPlus';
};

const toWireNumber = (number: string, keepsPlus: boolean): string =>
	keepsPlus ? number : number.replace(/^\+/, '');

const inUnit = (ms: number, { inSeconds }: Form): number =>
	inSeconds ? Math.floor(ms / 1_000) : ms;

/** Returns the record as it is sent, in the field names of v2 and v3. */
export const toWire = (record: CallRecord, form: Form, nowMs: number): WireCallRecord => {
	const { starts_at: startsAt, ends_at: endsAt } = toTimes(record, nowMs);
	const keepsPlus = hasPlus(record.numberFormat, form);
	return toWireRecord({
		caller: toWireNumber(record.callerNumber, keepsPlus),
		receiver: toWireNumber(record.receiverNumber, keepsPlus),
		startsAt: inUnit(startsAt, form),
		endsAt: inUnit(endsAt, form),
		labelId: record.labelId || undefined,
		labelName: record.labelName || form.labelNames.get(record.labelId),
		callReason: record.callReason || undefined,
	});
};
