import { DEMO_ACCOUNT } from '../demo/account';
import type { Fields } from '../rules/shape';
import { toEpochSeconds } from './callMeBack';
import type { Occasion } from './occasion';
import type { Scenario } from './scenarios';

/** Changes to the event of a scenario. */
export type Changes = {
	/** Replaces fields: those with an envelope's name in the envelope, all others in the payload. */
	readonly fields?: Fields;
	readonly payload?: Fields;
	readonly payloadName?: string;
};

const ENVELOPE = ['event_id', 'client_account_id', 'event_type', 'created_at'];

/** Returns the body of an event: [D3] the envelope of event-types, with the payload in it. */
export const makeEvent = (
	scenario: Scenario,
	occasion: Occasion,
	eventId: string,
	changes: Changes = {},
): Fields => {
	const entries = Object.entries(changes.fields ?? {});
	const only = (inEnvelope: boolean): Fields =>
		Object.fromEntries(entries.filter(([each]) => ENVELOPE.includes(each) === inEnvelope));
	const payload = { ...(changes.payload ?? scenario.payload(occasion)), ...only(false) };
	return {
		event_id: eventId,
		client_account_id: occasion.clientAccountId ?? DEMO_ACCOUNT,
		event_type: scenario.eventType,
		created_at: toEpochSeconds(occasion.nowMs),
		...only(true),
		[changes.payloadName ?? scenario.payloadName]: scenario.isEncodedTwice
			? JSON.stringify(payload)
			: payload,
	};
};
