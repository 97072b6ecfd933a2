import type { WireEvent } from '../api/facts/wire';
import { readContent } from './kinds';
import { toPlainName } from './kinds/kind';
import type { EventContent, ReadingSettings } from './kinds/kind';
import { flatPayloadOf, payloadsOf } from './kinds/payload';
import { createFieldReader, readText } from './reading/fieldReader';
import type { ReadValue } from './reading/fieldReader';
import type { Json, JsonObject } from './reading/json';
import { momentReader } from './reading/moments';
import { toIso } from './reading/times';

/** An event in the output: its envelope and what its kind adds. */
export type TruecallerEvent = EventContent & {
	readonly event_id: string | null;
	readonly truecallerEventType: Json;
	readonly clientAccountId: string | null;
	readonly createdAt: string | null;
	readonly extra: JsonObject;
};

/**
 * Reads an event, with times in the zone of the settings. Every field is optional, because the console's Test URL may
 * send half-empty events [U]. A missing field is null; an unknown or unreadable field stands in `extra`.
 */
export const readEvent = (body: JsonObject, settings: ReadingSettings): TruecallerEvent => {
	const fields = createFieldReader(body);
	const take = <T>(name: keyof WireEvent, read: ReadValue<T>) => fields.take(name, read);
	const createdAtMs = take('created_at', momentReader(settings.timezone));
	const content = readContent(
		{
			type: toPlainName(body.event_type),
			payloads: payloadsOf(body),
			flat: flatPayloadOf(body),
			fields,
		},
		settings,
	);
	// The kind and its content are what people look for, so they are the first columns.
	return {
		...content,
		createdAt: createdAtMs === null ? null : toIso(createdAtMs, settings.timezone),
		event_id: take('event_id', readText),
		truecallerEventType: take('event_type', (value) => value),
		clientAccountId: take('client_account_id', readText),
		extra: fields.rest(),
	};
};
