import { plainError } from '../requirements';

/**
 * [S] §7.5: the quoted ones, in the vendor's words. Those before the first attempt, after a success [U]
 * and at the end of the sandbox are ours [I].
 */
export type DeliveryState =
	| 'Scheduled'
	| 'Delivered'
	| 'Rescheduled error'
	| 'Webhook Failed'
	| 'Webhook Deleted'
	| 'webhook_not_found'
	| 'Ended';

/** One call to the customer's URL. */
export type Attempt = {
	/** On the sandbox's clock, as if no call took any time: the table of the vendor to the millisecond. */
	readonly at: number;
	/** Without its query, where the key stands. */
	readonly url: string;
	readonly status: number | null;
	readonly taken: boolean;
	/** Why it does not count as taken, in words. */
	readonly reason: string | null;
	/** The beginning of the answer's body. */
	readonly answer: string;
	readonly tookMs: number;
};

/** One event on its way to one URL. */
export type Delivery = {
	readonly id: number;
	readonly eventId: string | null;
	readonly bodyText: string;
	/** The configuration is read again at each attempt [S], so only its id is kept. */
	readonly target: { readonly webhookId: string } | { readonly url: string };
	readonly key: string | null | undefined;
	/** The delivery whose event this one sends again. */
	readonly againOf: number | null;
	state: DeliveryState;
	attempts: Attempt[];
	/** When the next attempt is, on the clock that the log shows … */
	nextAt: number;
	/** … and on the one that is waited by. */
	dueMs: number;
	/** Called once the first attempt has ended, or never will be. */
	readonly settled: () => void;
};

/** What the control plane shows. */
export type DeliverySeen = {
	id: number;
	eventId: string | null;
	againOf: number | null;
	webhook: string | null;
	state: DeliveryState;
	attempts: Attempt[];
	/** `null`: there will be none. */
	nextAttemptAt: number | null;
	event: unknown;
};

export const isWaiting = ({ state }: Delivery): boolean =>
	state === 'Scheduled' || state === 'Rescheduled error';

export type Deliveries = {
	/** An id for the next one. */
	nextId(): number;
	add(added: readonly Delivery[]): void;
	find(id: number): Delivery | undefined;
	list(): Delivery[];
};

/** With 10,000 characters each: 100 MB. */
const DELIVERIES_KEPT = 10_000;

/** The oldest ones that are over are forgotten; one that waits never is. */
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

/** A webhook that was deleted shows at once, though the delivery ends only when its next attempt is due [I]. */
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
