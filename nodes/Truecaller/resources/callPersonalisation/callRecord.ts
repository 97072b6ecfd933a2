import type { Read } from '../../api/problems';
import type { WireCallRecord } from '../../api/facts/wire';
import { toWireRecord } from '../../api/reading/wireRecord';
import type { Item } from '../../items/item';
import { readPhoneNumber } from '../../phone/phoneNumber';
import { cleanReason, findLabelNameFaults, findReasonFaults } from './callReason';
import { readWindow, toTimes } from './callWindow';
import type { CallWindow } from './callWindow';
import { toProblem } from './fault';
import type { Fault } from './fault';

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
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const readNumber = (
	item: Item,
	field: 'callerNumber' | 'receiverNumber',
	checks: boolean,
	faults: Fault[],
): string => {
	if (!checks) return item.text(field);
	const reading = readPhoneNumber(
		item.parameter(field),
		String(item.option('defaultCountry') ?? ''),
	);
	if (reading.ok) return reading.number;
	const name = field === 'callerNumber' ? 'Caller Number' : 'Receiver Number';
	faults.push({ field, name, says: reading.why, fix: reading.fix });
	return '';
};

/** [I] The label or its name: one of the two must be there, or the phone has nothing to show. */
const findLabelFaults = (labelId: string, labelName: string): Fault[] => {
	const field = { field: 'label', name: 'Label' };
	if (labelId === '' && labelName === '')
		return [
			{ ...field, says: 'is empty', fix: 'Choose a Label from the list, or enter a Label Name.' },
		];
	if (labelId !== '' && !UUID.test(labelId))
		return [
			{
				...field,
				says: 'is not the ID of a label',
				fix: 'Choose the Label from the list; its ID looks like 255297eb-7f13-44f9-967a-f287ff0f5025.',
			},
		];
	return [];
};

const TEXTS = [
	{ field: 'labelName', name: 'Label Name' },
	{ field: 'callReason', name: 'Call Reason' },
] as const;

/** An object or a list that was mapped by mistake would go out as no text at all. */
const findTextFaults = (item: Item): Fault[] => {
	const wrong = TEXTS.filter(
		({ field }) => typeof item.parameter(field) === 'object' && item.parameter(field) !== null,
	);
	return wrong.map((text) => ({
		...text,
		says: 'is not a text',
		fix: `Map a single text to ${text.name}, not an object or a list.`,
	}));
};

const readReason = (item: Item): string => {
	const given = item.parameter('callReason');
	const text = typeof given === 'string' ? given : item.text('callReason');
	return item.option('cleanReason') === true ? (cleanReason(text) ?? '') : text;
};

const readNumberFormat = (value: unknown): NumberFormat =>
	value === 'withPlus' || value === 'withoutPlus' ? value : 'asDocumented';

/** Reads the record that an item stands for. Every fault of the item is found, not only the first. */
export const readCallRecord = (item: Item, nowMs: number): Read<CallRecord> => {
	const checks = item.option('checks') !== 'off';
	const faults: Fault[] = findTextFaults(item);
	const callerNumber = readNumber(item, 'callerNumber', checks, faults);
	const receiverNumber = readNumber(item, 'receiverNumber', checks, faults);
	const labelId = item.locator('label');
	const labelName = item.text('labelName');
	const callReason = readReason(item);
	if (checks) {
		faults.push(...findLabelFaults(labelId, labelName));
		if (labelName !== '') faults.push(...findLabelNameFaults(labelName));
		if (callReason !== '') faults.push(...findReasonFaults(callReason));
	}
	const input = {
		startsAt: item.parameter('startsAt'),
		endsAt: item.parameter('endsAt'),
		durationMinutes: item.parameter('durationMinutes'),
		timezone: item.timezone,
	};
	const { window, faults: windowFaults } = readWindow(input, nowMs, checks);
	faults.push(...windowFaults);
	if (faults.length > 0) return { ok: false, problem: toProblem(faults) };
	const numberFormat = checks ? readNumberFormat(item.option('numberFormat')) : 'asTyped';
	return {
		ok: true,
		value: {
			...window,
			callerNumber,
			receiverNumber,
			labelId,
			labelName,
			callReason,
			numberFormat,
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
