import { randomUUID } from 'node:crypto';

import { DEMO_ACCOUNT, SECOND_ACCOUNT } from '../../nodes/Truecaller/simulation/demo/account';
import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';
import { either, oneOf, plainError, requireFields, text, wholeNumber } from '../requirements';
import type { Fields } from '../../nodes/Truecaller/simulation/rules/shape';
import type { Requirement } from '../requirements';
import { makeEvent } from '../../nodes/Truecaller/simulation/events/makeEvent';
import { SCENARIOS, SCENARIO_NAMES } from '../../nodes/Truecaller/simulation/events/scenarios';
import type { Scenario, ScenarioName } from '../../nodes/Truecaller/simulation/events/scenarios';

/** What to deliver, where, how often and when. */
export type EventOrder = {
	/** One of `SCENARIOS`; `slotPicker` if absent. */
	scenario?: ScenarioName;
	/** In place of a scenario: any JSON, sent unchanged. */
	event?: unknown;
	/**
	 * Replaces fields of a scenario: those with an envelope's name in the envelope, all others in the
	 * payload.
	 */
	fields?: Record<string, unknown>;
	/** Replaces the payload of a scenario; `payloadName` replaces its name. */
	payload?: Record<string, unknown>;
	payloadName?: string;
	/**
	 * An address without a webhook. If absent: all webhooks of the account that receive the event.
	 */
	url?: string;
	/** Name or ID of one webhook, whatever its event types. */
	webhook?: string;
	clientAccountId?: string;
	/** Replaces the `key` in the URL; `null` removes it. */
	key?: string | null;
	/** How often the same event is delivered: 1 if absent … */
	times?: number;
	/** … with this time between two deliveries, in ms: 0 if absent. */
	apartMs?: number;
	/** Wait before the first delivery in ms, by the clock of the retries, as for `apartMs`. */
	delayMs?: number;
};

/** Limits memory, because every delivery keeps its event. */
const LARGEST_EVENT_CHARACTERS = 10_000;
const MOST_TIMES = 1_000;

const anyObject: Requirement = (value) => (isObject(value) ? undefined : 'an object');
const wait = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const name = text(200);

const REQUIREMENTS: Record<keyof EventOrder, Requirement> = {
	scenario: oneOf(...SCENARIO_NAMES),
	event: () => undefined,
	fields: anyObject,
	payload: anyObject,
	payloadName: name,
	url: text(2_000),
	webhook: name,
	clientAccountId: oneOf(DEMO_ACCOUNT, SECOND_ACCOUNT),
	key: either(text(1_000), oneOf(null)),
	times: wholeNumber(1, MOST_TIMES),
	apartMs: wait,
	delayMs: wait,
};

/** Throws if an order is not valid or contradicts itself. */
export function assertEventOrder(value: unknown): asserts value is EventOrder {
	requireFields('the event', value, REQUIREMENTS);
	const given = isObject(value) ? value : {};
	const exclude = (one: string, ...others: readonly string[]) => {
		const other = others.find((each) => given[one] !== undefined && given[each] !== undefined);
		if (other) throw plainError(`The event has "${one}" or "${other}", not both`);
	};
	exclude('event', 'scenario', 'fields', 'payload', 'payloadName');
	exclude('url', 'webhook');
}

const toEvent = ({ clientAccountId = DEMO_ACCOUNT, ...order }: EventOrder, nowMs: number): Fields =>
	makeEvent(
		SCENARIOS[order.scenario ?? 'slotPicker'],
		{ clientAccountId, nowMs },
		randomUUID(),
		order,
	);

/** An event as it is sent. */
export type MadeEvent = {
	readonly eventId: string | null;
	readonly bodyText: string;
	readonly sentTo: Scenario['sentTo'];
};

/** Returns the event of an order. Throws if it is too long. */
export function readEventOrder(order: EventOrder, nowMs: number): MadeEvent {
	const event = order.event === undefined ? toEvent(order, nowMs) : order.event;
	const { event_id: eventId, event_type: type } = isObject(event) ? event : {};
	const bodyText = JSON.stringify(event);
	if (bodyText.length > LARGEST_EVENT_CHARACTERS) {
		throw plainError(`The event has more than ${LARGEST_EVENT_CHARACTERS} characters`);
	}
	const ofEvent = type === 'cmb' ? 'cmb' : 'all';
	const sentTo =
		order.event === undefined ? SCENARIOS[order.scenario ?? 'slotPicker'].sentTo : ofEvent;
	return { eventId: typeof eventId === 'string' ? eventId : null, bodyText, sentTo };
}
