import type { WireEvent } from '../../api/facts/wire';
import type { Filters } from '../filters';
import type { FieldReader } from '../reading/fieldReader';
import type { JsonObject } from '../reading/json';
import type { CallMeBackContent } from './callMeBack';
import type { PostCallActionContent } from './postCallAction';
import type { UserFeedbackContent } from './userFeedback';

/** What a kind of event adds to the envelope in the output. */
export type EventContent = CallMeBackContent | PostCallActionContent | UserFeedbackContent;

/** Time zone of the output, and country of numbers without a country code ('' for none). */
export type ReadingSettings = { readonly timezone: string; readonly country: string };

/** A payload found in an event: the names of its fields in the body, and its content. */
export type Payload = { readonly names: readonly string[]; readonly fields: JsonObject };

/** An event of which the envelope has been read. */
export type EventToRead = {
	/** Its `event_type` as a plain name. */
	readonly type: string;
	/** Objects outside the envelope, also those that came as JSON text. */
	readonly payloads: readonly Payload[];
	/** Everything outside the envelope as one payload, for senders that do not nest it. */
	readonly flat: Payload;
	readonly fields: FieldReader;
};

/** One kind of event: how it is named in the form, recognised, read and filtered. */
export type EventKind = {
	/** Stored in workflows and put out as `eventType`. */
	readonly value: EventContent['eventType'];
	readonly name: string;
	readonly description: string;
	/** True for kinds that a new trigger listens for. */
	readonly isDefault: boolean;
	readonly matches: (event: EventToRead) => boolean;
	readonly read: (event: EventToRead, settings: ReadingSettings) => EventContent;
	/** Decides by the filters of the form whether an event of this kind starts the workflow. */
	readonly isWanted: (content: EventContent, filters: Filters) => boolean;
};

export const ENVELOPE: readonly string[] = [
	'event_id',
	'client_account_id',
	'event_type',
	'created_at',
] satisfies ReadonlyArray<keyof WireEvent>;

/** Returns a name in lower case without separators: senders write "CMB", "Call-Me Back" or "call_me_back". */
export const toPlainName = (name: unknown): string =>
	typeof name === 'string' ? name.toLowerCase().replace(/[^a-z0-9]/g, '') : '';
