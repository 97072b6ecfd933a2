import type { WireCallMeBack } from '../../api/wire';
import { readPhoneNumber, toNational, withoutPlus } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import { createFields, readBoolean, readText } from '../reading/fieldReader';
import type { Fields, Reader } from '../reading/fieldReader';
import type { JsonObject } from '../reading/json';
import { readEpochMs, toIso, toIsoUtc } from '../reading/times';

/** When the person wants to be called: in the time zone of the node, and in UTC. */
export type Slot = {
	readonly start: string;
	readonly end: string;
	readonly startUtc: string;
	readonly endUtc: string;
	readonly timezone: string;
};

/** A number as CRMs may have stored it. */
export type NumberFormats = {
	readonly e164: string;
	readonly withoutPlus: string;
	readonly national: string;
};

/** Somebody was asked whether to be called back, and this is the answer. */
export type Callback = {
	readonly wanted: boolean;
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

/** Numbers come as digits with their country code and without +. A text without digits says that there is none [F]. */
const readNumber: Reader<E164> = (value) => {
	const text = readText(value)?.trim();
	if (text === undefined) return undefined;
	if (!/\d/.test(text)) return null;
	const reading = readPhoneNumber(text.replace(/^(\+|00)?/, '+'));
	return reading.ok ? reading.number : undefined;
};

type Name = keyof WireCallMeBack;
const NAMES = {
	client: 'client_number',
	alternate: 'alternate_number',
	from: 'preferred_from_time',
	to: 'preferred_to_time',
} as const satisfies Record<string, Name>;

const takeNumber = ({
	take,
}: Fields): Pick<Callback, 'number' | 'numberSource' | 'numberFormats'> => {
	const client = take(NAMES.client, readNumber);
	// A second number that says something else stays in `extra`.
	const alternate = take(NAMES.alternate, (value) => {
		const number = readNumber(value);
		return client === null || number === null || number === client ? number : undefined;
	});
	const number = client ?? alternate;
	if (number === null) return { number, numberSource: null, numberFormats: null };
	const numberFormats = {
		e164: number,
		withoutPlus: withoutPlus(number),
		national: toNational(number),
	};
	return { number, numberSource: client === null ? 'alternate' : 'client', numberFormats };
};

/** A slot needs both its ends; half of one stays in `extra`. */
const takeSlot = ({ take }: Fields, payload: JsonObject, timezone: string): Slot | null => {
	const startMs = readEpochMs(payload[NAMES.from] ?? null);
	const endMs = readEpochMs(payload[NAMES.to] ?? null);
	const isWhole = typeof startMs === 'number' && typeof endMs === 'number';
	for (const name of [NAMES.from, NAMES.to]) take(name, () => isWhole || undefined);
	if (!isWhole) return null;
	return {
		start: toIso(startMs, timezone),
		end: toIso(endMs, timezone),
		startUtc: toIsoUtc(startMs),
		endUtc: toIsoUtc(endMs),
		timezone,
	};
};

/** Reads the payload of a Call Me Back. Nothing in it is required: what is missing is null. */
export const readCallback = (payload: JsonObject, timezone: string): Callback => {
	const fields = createFields(payload);
	const take = <T>(name: Name, read: Reader<T>) => fields.take(name, read);
	const requestedAtMs = take('requested_at', readEpochMs);
	return {
		wanted: take('is_interested', readBoolean) ?? false,
		...takeNumber(fields),
		businessNumber: take('business_number', readNumber),
		featureSet: take('feature_set', readText),
		configName: take('cmb_config_name', readText),
		requestedAt: requestedAtMs === null ? null : toIso(requestedAtMs, timezone),
		requestedDate: take('requested_date', readText),
		requestedSlot: take('requested_slot', readText),
		slot: takeSlot(fields, payload, timezone),
		extra: fields.extra,
	};
};
