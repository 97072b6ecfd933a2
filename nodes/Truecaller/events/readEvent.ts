import type { WireEvent } from '../api/wire';
import { readCallback } from './kinds/callback';
import type { Callback } from './kinds/callback';
import { createFields, readText } from './reading/fieldReader';
import { isJsonObject } from './reading/json';
import type { Json, JsonObject } from './reading/json';
import { readEpochMs, toIso } from './reading/times';

export type EventType = 'callMeBack' | 'userFeedback';

type Envelope = {
	readonly event_id: string | null;
	readonly eventType: EventType;
	readonly truecallerEventType: Json;
	readonly clientAccountId: string | null;
	readonly createdAt: string | null;
	readonly extra: JsonObject;
};

export type CallMeBackEvent = Envelope & {
	readonly eventType: 'callMeBack';
	readonly callback: Callback;
};

/** User Feedback, and every other event: no page tells their names, so the payload is passed on as it came. */
export type OtherEvent = Envelope & {
	readonly eventType: 'userFeedback';
	readonly feedback: JsonObject;
};

export type TruecallerEvent = CallMeBackEvent | OtherEvent;

const CALL_ME_BACK = 'cmb';
const CALL_ME_BACK_PAYLOAD = 'cmb_payload';

const isCallMeBack = (type: Json | undefined): boolean =>
	typeof type === 'string' && type.trim().toLowerCase() === CALL_ME_BACK;

const filter = (fields: JsonObject, isKept: (name: string, value: Json) => boolean): JsonObject =>
	Object.fromEntries(Object.entries(fields).filter(([name, value]) => isKept(name, value)));

const ENVELOPE: ReadonlySet<string> = new Set<keyof WireEvent>([
	'event_id',
	'client_account_id',
	'event_type',
	'created_at',
]);

/** What could be a payload: objects that are not of the envelope. */
const objectsOf = (fields: JsonObject): JsonObject =>
	filter(fields, (name, value) => isJsonObject(value) && !ENVELOPE.has(name));

/** The first object whose name ends in _payload, else the first object; without any, all fields that are not of the envelope. */
const splitFeedback = (
	fields: JsonObject,
): { readonly feedback: JsonObject; readonly extra: JsonObject } => {
	const names = Object.keys(objectsOf(fields));
	const payload = names.find((name) => name.endsWith('_payload')) ?? names[0];
	const feedback = payload === undefined ? undefined : fields[payload];
	if (isJsonObject(feedback))
		return { feedback, extra: filter(fields, (name) => name !== payload) };
	return {
		feedback: filter(fields, (name) => !ENVELOPE.has(name)),
		extra: filter(fields, (name) => ENVELOPE.has(name)),
	};
};

/**
 * Reads an event, times in the zone given. Nothing is required, because what the console's Test URL sends is
 * not known: what is missing is null, what is unknown or cannot be read stands in `extra`.
 */
export const readEvent = (body: JsonObject, timezone: string): TruecallerEvent => {
	const { take, extra } = createFields(body);
	const known = <T>(name: keyof WireEvent, read: (value: Json) => T | null | undefined) =>
		take(name, read);
	const createdAtMs = known('created_at', readEpochMs);
	const envelope = {
		event_id: known('event_id', readText),
		truecallerEventType: known('event_type', (value) => value),
		clientAccountId: known('client_account_id', readText),
		createdAt: createdAtMs === null ? null : toIso(createdAtMs, timezone),
	};
	const { event_id, ...others } = envelope;
	if (!isCallMeBack(body.event_type))
		return { event_id, eventType: 'userFeedback', ...others, ...splitFeedback(extra) };
	const payload = take(CALL_ME_BACK_PAYLOAD, (value) => (isJsonObject(value) ? value : undefined));
	// Without its payload it may be one of the old console, whose names are not known either.
	const callback = payload
		? readCallback(payload, timezone)
		: { ...readCallback({}, timezone), extra: objectsOf(extra) };
	return { event_id, eventType: 'callMeBack', ...others, callback, extra };
};
