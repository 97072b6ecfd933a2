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

/** How numbers are written on the wire, whatever form they came in; as typed where checks are off. */
export type NumberFormat = 'asDocumented' | 'withPlus' | 'withoutPlus' | 'asTyped';

/** One caller–receiver personalisation, checked. Numbers are E.164, or as typed where checks are off. */
export type CallRecord = CallWindow & {
	readonly callerNumber: string;
	readonly receiverNumber: string;
	readonly labelId: string;
	readonly labelName: string;
	readonly callReason: string;
	readonly numberFormat: NumberFormat;
	/** A field within the text of the call reason came out empty: worth a word after the run. */
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

const readNumberFormat = (value: unknown): NumberFormat =>
	value === 'withPlus' || value === 'withoutPlus' ? value : 'asDocumented';

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

/** Reads the record that an item stands for. Every fault of the item is found, not only the first. */
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

const toWireNumber = (number: string, format: NumberFormat, plusDocumented: boolean): string => {
	const drops = format === 'withoutPlus' || (format === 'asDocumented' && !plusDocumented);
	return drops ? number.replace(/^\+/, '') : number;
};

/** The record as it travels; `plus` is how the endpoint's documentation writes numbers. */
export const toWire = (record: CallRecord, plus: boolean, nowMs: number): WireCallRecord => {
	const { starts_at: startsAt, ends_at: endsAt } = toTimes(record, nowMs);
	return toWireRecord({
		caller: toWireNumber(record.callerNumber, record.numberFormat, plus),
		receiver: toWireNumber(record.receiverNumber, record.numberFormat, plus),
		startsAt,
		endsAt,
		labelId: record.labelId || undefined,
		labelName: record.labelName || undefined,
		callReason: record.callReason || undefined,
	});
};
