import { randomUUID } from 'node:crypto';

import { DEMO_ACCOUNT, SECOND_ACCOUNT } from '../../nodes/Truecaller/simulation/demo/account';
import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';
import { listOf, oneOf, plainError, requireFields, text } from '../requirements';
import type { Requirement } from '../requirements';
import { readAddress } from './address';

/**
 * The event types of a webhook: [S] the value of Call Me Back is `cmb`; that of User Feedback is
 * [U].
 */
export const EVENT_TYPES = ['cmb', 'userFeedback'] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/**
 * One row of *Manage Webhooks*. [S] Truecaller has no API for it, only the console; the sandbox
 * offers one.
 */
export type Webhook = {
	readonly id: string;
	readonly clientAccountId: string;
	readonly name: string;
	readonly url: string;
	readonly events: readonly EventType[];
	/** Where n8n lists the executions of this webhook; the page links to it. */
	readonly executionsUrl?: string;
};

/** `events`: both if absent; `clientAccountId`: the demo account if absent. */
export type WebhookOrder = {
	name: string;
	url: string;
	events?: EventType[];
	executionsUrl?: string;
	clientAccountId?: string;
};
export type WebhookChange = Partial<Omit<WebhookOrder, 'clientAccountId'>>;

export type Registrations = {
	register(order: WebhookOrder): Webhook;
	change(id: string, change: WebhookChange): Webhook;
	remove(id: string): void;
	find(id: string): Webhook | undefined;
	list(): Webhook[];
};

/** [S] webhook-configuration */
const MOST_WEBHOOKS = 5;
const NAME_MAX_LENGTH = 50;

const url: Requirement = (value) =>
	typeof value === 'string' && readAddress(value) ? undefined : 'an http or https address';

const someOf =
	(list: Requirement): Requirement =>
	(value) =>
		Array.isArray(value) && value.length === 0 ? `not empty, but ${list(null)}` : list(value);

const changeable = {
	name: text(NAME_MAX_LENGTH),
	url,
	events: someOf(listOf(...EVENT_TYPES)),
	executionsUrl: url,
} satisfies Record<keyof WebhookChange, Requirement>;

/** Throws if a change of a webhook is not valid. */
export function assertWebhookChange(value: unknown): asserts value is WebhookChange {
	requireFields('the webhook', value, changeable);
}

/** Throws if a new webhook is not valid or lacks a field. */
export function assertWebhookOrder(value: unknown): asserts value is WebhookOrder {
	const clientAccountId = oneOf(DEMO_ACCOUNT, SECOND_ACCOUNT);
	requireFields('the webhook', value, { ...changeable, clientAccountId });
	const given: object = isObject(value) ? value : {};
	const missing = ['name', 'url'].find((name) => !Object.hasOwn(given, name));
	if (missing) throw plainError(`"${missing}" is missing in the webhook`);
}

export function createRegistrations(): Registrations {
	const webhooks = new Map<string, Webhook>();
	const requireKnown = (id: string): Webhook => {
		const known = webhooks.get(id);
		if (!known) throw plainError(`There is no webhook with the id "${id}"`, 404);
		return known;
	};
	const put = (webhook: Webhook): Webhook => {
		const { id, clientAccountId, name } = webhook;
		const others = [...webhooks.values()].filter(
			(each) => each.id !== id && each.clientAccountId === clientAccountId,
		);
		if (others.some((each) => each.name === name)) {
			throw plainError(`The account has a webhook "${name}" already; each needs a name of its own`);
		}
		if (others.length >= MOST_WEBHOOKS) {
			throw plainError(`The account has ${MOST_WEBHOOKS} webhooks, and more are not possible`);
		}
		webhooks.set(id, webhook);
		return webhook;
	};
	return {
		register: ({ clientAccountId = DEMO_ACCOUNT, events = [...EVENT_TYPES], ...order }) =>
			put({ id: randomUUID(), clientAccountId, events, ...order }),
		change: (id, change) => put({ ...requireKnown(id), ...change }),
		remove: (id) => {
			requireKnown(id);
			webhooks.delete(id);
		},
		find: (id) => webhooks.get(id),
		list: () => [...webhooks.values()],
	};
}
