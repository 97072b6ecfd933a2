import { plainError } from '../requirements';

/**
 * [S] §7.5: states in quotes have Truecaller's words. Those before the first attempt, after a
 * success [U] and at the end of the sandbox are ours [I].
 */
export type DeliveryState =
	| 'Scheduled'
	| 'Delivered'
	| 'Rescheduled error'
	| 'Webhook Failed'
	| 'Webhook Deleted'
	| 'webhook_not_found'
	| 'Ended';

/** One request to the customer's URL. */
export type Attempt = {
	/** By the sandbox's clock, as if requests took no time: Truecaller's table to the millisecond. */
	readonly at: number;
	/** Without the query, which contains the key. */
	readonly url: string;
	readonly status: number | null;
	readonly taken: boolean;
	/** Why it does not count as delivered, in words. */
	readonly reason: string | null;
	/** The beginning of the answer's body. */
	readonly answer: string;
	readonly tookMs: number;
};

/** One event to be delivered to one URL. */
export type Delivery = {
	readonly id: number;
	readonly eventId: string | null;
	readonly bodyText: string;
	/** Only the ID, because the configuration is read again at each attempt [S]. */
	readonly target: { readonly webhookId: string } | { readonly url: string };
	readonly key: string | null | undefined;
	/** The delivery whose event is sent again. */
	readonly againOf: number | null;
	state: DeliveryState;
	attempts: Attempt[];
	/** Time of the next attempt, by the clock in the log … */
	nextAt: number;
	/** … and by the clock of the waiting time. */
	dueMs: number;
	/** Called when the first attempt has ended, or is cancelled. */
	readonly settled: () => void;
};

/** A delivery as the control plane shows it. */
export type DeliverySeen = {
	id: number;
	eventId: string | null;
	againOf: number | null;
	webhook: string | null;
	state: DeliveryState;
	attempts: Attempt[];
	/** `null`: there is none. */
	nextAttemptAt: number | null;
	event: unknown;
};

export const isWaiting = ({ state }: Delivery): boolean =>
	state === 'Scheduled' || state === 'Rescheduled error';

export type Deliveries = {
	/** Returns an ID for the next delivery. */
	nextId(): number;
	add(added: readonly Delivery[]): void;
	find(id: number): Delivery | undefined;
	list(): Delivery[];
};

/** About 100 MB, if each has 10,000 characters. */
const DELIVERIES_KEPT = 10_000;

/** Creates the store of deliveries. It drops the oldest finished ones, never one that waits. */
export function createDeliveries(): Deliveries {
	const kept = new Map<number, Delivery>();
	let lastId = 0;
	const makeRoom = (count: number) => {
		const surplus = kept.size + count - DELIVERIES_KEPT;
		if (surplus <= 0) return;
		const over = [...kept.values()].filter((each) => !isWaiting(each));
		if (over.length < surplus) {
			throw plainError(`${DELIVERIES_KEPT} deliveries are waiting, and there is no room for more`);
		}
		for (const { id } of over.slice(0, surplus)) kept.delete(id);
	};
	return {
		nextId: () => ++lastId,
		add: (added) => {
			makeRoom(added.length);
			for (const delivery of added) kept.set(delivery.id, delivery);
		},
		find: (id) => kept.get(id),
		list: () => [...kept.values()],
	};
}

const readJson = (text: string): unknown => JSON.parse(text);

/**
 * Returns a delivery for display. A deleted webhook shows at once, although the delivery ends only
 * when its next attempt is due [I].
 */
export function showDelivery(delivery: Delivery, webhookExists: boolean): DeliverySeen {
	const { id, eventId, againOf, target, attempts, nextAt, bodyText } = delivery;
	const waiting = isWaiting(delivery);
	return {
		id,
		eventId,
		againOf,
		webhook: 'webhookId' in target ? target.webhookId : null,
		state: waiting && !webhookExists ? 'Webhook Deleted' : delivery.state,
		attempts: [...attempts],
		nextAttemptAt: waiting ? nextAt : null,
		event: readJson(bodyText),
	};
}
