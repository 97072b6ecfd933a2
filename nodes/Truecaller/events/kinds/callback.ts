import type { WireCallMeBack } from '../../api/facts/wire';
import { toNational, withoutPlus } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import { numberReader } from '../reading/customerNumber';
import { createFieldReader, readText } from '../reading/fieldReader';
import type { ReadValue } from '../reading/fieldReader';
import { readInterest } from '../reading/interest';
import type { JsonObject } from '../reading/json';
import { momentReader } from '../reading/moments';
import { toIso, toIsoUtc } from '../reading/times';
import type { ReadingSettings } from './kind';

/** When the person wants to be called: in the time zone of the trigger, and in UTC. */
export type Slot = {
	readonly start: string;
	readonly end: string;
	readonly startUtc: string;
	readonly endUtc: string;
	readonly timezone: string;
};

/** The number in the forms in which a CRM may have stored it. */
export type NumberFormats = {
	readonly e164: string;
	readonly withoutPlus: string;
	readonly national: string;
};

/** The answer of somebody who was asked whether to be called back. */
export type Callback = {
	/** Null where the event does not say, or in words that cannot be read. */
	readonly wanted: boolean | null;
	readonly number: string | null;
	readonly numberSource: 'client' | 'alternate' | null;
	readonly numberFormats: NumberFormats | null;
	readonly businessNumber: string | null;
	readonly featureSet: string | null;
	readonly configName: string | null;
	readonly requestedAt: string | null;
	readonly requestedDate: string | null;
	readonly requestedSlot: string | null;
	readonly slot: Slot | null;
	readonly extra: JsonObject;
};

type Take = <T>(name: keyof WireCallMeBack, read: ReadValue<T>) => T | null;

const toFormats = (number: E164): NumberFormats => ({
	e164: number,
	withoutPlus: withoutPlus(number),
	national: toNational(number),
});

const takeNumber = (
	take: Take,
	read: ReadValue<E164>,
): Pick<Callback, 'number' | 'numberSource' | 'numberFormats'> => {
	const client = take('client_number', read);
	// A second number that differs stays in `extra`.
	const alternate = take('alternate_number', (value) => {
		const number = read(value);
		const isNew = client !== null && number !== null && number !== client;
		return isNew ? undefined : number;
	});
	const number = client ?? alternate;
	if (number === null) return { number, numberSource: null, numberFormats: null };
	const numberSource = client === null ? 'alternate' : 'client';
	return { number, numberSource, numberFormats: toFormats(number) };
};

/** A slot needs both its ends, in order; otherwise what there is of them stays in `extra`. */
const takeSlot = (take: Take, payload: JsonObject, timezone: string): Slot | null => {
	const read = momentReader(timezone);
	const startMs = read(payload.preferred_from_time ?? null);
	const endMs = read(payload.preferred_to_time ?? null);
	const isWhole = typeof startMs === 'number' && typeof endMs === 'number' && startMs < endMs;
	take('preferred_from_time', () => isWhole || undefined);
	take('preferred_to_time', () => isWhole || undefined);
	if (!isWhole) return null;
	return {
		start: toIso(startMs, timezone),
		end: toIso(endMs, timezone),
		startUtc: toIsoUtc(startMs),
		endUtc: toIsoUtc(endMs),
		timezone,
	};
};

/** Reads the payload of a Call Me Back. No field is required: a missing one is null. */
export const readCallback = (
	payload: JsonObject,
	{ timezone, country }: ReadingSettings,
): Callback => {
	const fields = createFieldReader(payload);
	const take: Take = (name, read) => fields.take(name, read);
	const readNumber = numberReader(country);
	const requestedAtMs = take('requested_at', momentReader(timezone));
	const { number, numberSource, numberFormats } = takeNumber(take, readNumber);
	return {
		number,
		wanted: take('is_interested', readInterest),
		slot: takeSlot(take, payload, timezone),
		featureSet: take('feature_set', readText),
		businessNumber: take('business_number', readNumber),
		requestedAt: requestedAtMs === null ? null : toIso(requestedAtMs, timezone),
		requestedDate: take('requested_date', readText),
		requestedSlot: take('requested_slot', readText),
		numberSource,
		numberFormats,
		configName: take('cmb_config_name', readText),
		extra: fields.rest(),
	};
};
