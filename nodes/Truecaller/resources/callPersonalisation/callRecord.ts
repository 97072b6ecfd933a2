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

/** How numbers are written on the wire, whatever form they came in; as typed where checks are off. */
export type NumberFormat = 'automatic' | 'asDocumented' | 'withPlus' | 'withoutPlus' | 'asTyped';

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

/** Returns whether a number that is written in a format keeps its `+`. Numbers as typed are kept as they are. */
const hasPlus = (format: NumberFormat, { plus, automaticPlus }: Form): boolean => {
	if (format === 'automatic') return automaticPlus;
	return format === 'asDocumented' ? plus : format !== 'withoutPlus';
};

const toWireNumber = (number: string, keepsPlus: boolean): string =>
	keepsPlus ? number : number.replace(/^\+/, '');

const inUnit = (ms: number, { inSeconds }: Form): number =>
	inSeconds ? Math.floor(ms / 1_000) : ms;

/** The record as it travels, but for the names of its fields. */
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
