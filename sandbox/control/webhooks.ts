import { DEMO_ACCOUNT } from '../../nodes/Truecaller/simulation/demo/account';
import { requireAllowed } from '../webhooks/address';
import { showDelivery } from '../webhooks/deliveries';
import type { Delivery, DeliverySeen } from '../webhooks/deliveries';
import { assertEventOrder, readEventOrder } from '../webhooks/order';
import type { EventOrder, MadeEvent } from '../webhooks/order';
import type { PostOffice } from '../webhooks/postOffice';
import { assertWebhookChange, assertWebhookOrder } from '../webhooks/registrations';
import type { Webhook, WebhookChange, WebhookOrder } from '../webhooks/registrations';
import type { SandboxWorld } from '../world';
import { plainError, requireFields, wholeNumber } from '../requirements';

/** What a user does in Truecaller's console, and events that the console cannot send. */
export type WebhookControl = {
	webhooks: {
		register(order: WebhookOrder): Webhook;
		/** Also applies to retries that are waiting. */
		change(id: string, change: WebhookChange): Webhook;
		remove(id: string): void;
		list(): Webhook[];
	};
	/** Resolves when every delivery that is due now has had its first attempt. */
	deliver(order?: EventOrder): Promise<DeliverySeen[]>;
	/** Sends the same event again, as a new delivery. */
	deliverAgain(id: number): Promise<DeliverySeen>;
	/** Returns all deliveries, oldest first. */
	deliveries(): DeliverySeen[];
};

type Target = Delivery['target'];

function targetsOf(order: EventOrder, { sentTo }: MadeEvent, world: SandboxWorld): Target[] {
	const { url, webhook: wanted, clientAccountId = DEMO_ACCOUNT } = order;
	if (url !== undefined) {
		requireAllowed(url, world.settings);
		return [{ url }];
	}
	const own = world.webhooks.list().filter((each) => each.clientAccountId === clientAccountId);
	const fits = ({ id, name, events }: Webhook) =>
		wanted === undefined
			? sentTo === 'all' || events.includes(sentTo)
			: [id, name].includes(wanted);
	const targets = own.filter(fits).map(({ id }) => ({ webhookId: id }));
	if (targets.length > 0) return targets;
	throw plainError(
		wanted === undefined
			? 'No webhook takes this event. Register the URL of your trigger on the page, under Controls, or give it with the event ("url", or --to of the command)'
			: `There is no webhook "${wanted}". Register it on the page, under Controls`,
	);
}

const show = (delivery: Delivery, { webhooks }: SandboxWorld): DeliverySeen =>
	showDelivery(
		delivery,
		'url' in delivery.target || webhooks.find(delivery.target.webhookId) !== undefined,
	);

type Parcel = Pick<Delivery, 'eventId' | 'bodyText' | 'target' | 'key' | 'againOf'>;

/** Returns a delivery, and a promise that resolves after its first attempt. */
function pack(parcel: Parcel, waitMs: number, world: SandboxWorld, office: PostOffice) {
	let settled = () => {};
	const firstAttempt = new Promise<void>((resolve) => {
		settled = resolve;
	});
	const delivery: Delivery = {
		...parcel,
		id: world.deliveries.nextId(),
		state: 'Scheduled',
		attempts: [],
		nextAt: world.clock.nowMs() + waitMs,
		dueMs: office.nowMs() + waitMs,
		settled,
	};
	return { delivery, waitMs, firstAttempt };
}

async function sendAll(
	packed: ReadonlyArray<ReturnType<typeof pack>>,
	world: SandboxWorld,
	office: PostOffice,
) {
	const deliveries = packed.map(({ delivery }) => delivery);
	world.deliveries.add(deliveries);
	office.take(deliveries);
	await Promise.all(packed.map(({ waitMs, firstAttempt }) => (waitMs > 0 ? null : firstAttempt)));
	return deliveries.map((delivery) => show(delivery, world));
}

async function deliver(order: EventOrder, world: SandboxWorld, office: PostOffice) {
	assertEventOrder(order);
	const event = readEventOrder(order, world.clock.nowMs());
	const { key, times = 1, apartMs = 0, delayMs = 0 } = order;
	const { eventId, bodyText } = event;
	const packed = targetsOf(order, event, world).flatMap((target) =>
		Array.from({ length: times }, (_, index) => {
			const parcel = { eventId, bodyText, target, key, againOf: null };
			return pack(parcel, delayMs + index * apartMs, world, office);
		}),
	);
	return await sendAll(packed, world, office);
}

async function deliverAgain(
	id: number,
	world: SandboxWorld,
	office: PostOffice,
): Promise<DeliverySeen> {
	requireFields('the delivery', { id }, { id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });
	const former = world.deliveries.find(id);
	if (!former) throw plainError(`There is no delivery ${id}; the oldest are forgotten`, 404);
	const { eventId, bodyText, target, key } = former;
	if ('url' in target) requireAllowed(target.url, world.settings);
	const packed = pack({ eventId, bodyText, target, key, againOf: id }, 0, world, office);
	await sendAll([packed], world, office);
	return show(packed.delivery, world);
}

export function createWebhookControl(world: SandboxWorld, office: PostOffice): WebhookControl {
	return {
		webhooks: {
			register: (order) => {
				assertWebhookOrder(order);
				requireAllowed(order.url, world.settings);
				return world.webhooks.register(order);
			},
			change: (id, change) => {
				assertWebhookChange(change);
				if (change.url !== undefined) requireAllowed(change.url, world.settings);
				return world.webhooks.change(id, change);
			},
			remove: (id) => world.webhooks.remove(id),
			list: () => world.webhooks.list(),
		},
		deliver: async (order = {}) => await deliver(order, world, office),
		deliverAgain: async (id) => await deliverAgain(id, world, office),
		deliveries: () => world.deliveries.list().map((each) => show(each, world)),
	};
}
