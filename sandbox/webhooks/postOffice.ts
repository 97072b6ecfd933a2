/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a Node program for development, never shipped */
import { LONGEST_TIMER_MS } from '../requirements';
import { findObstacle, withKey, withoutKey } from './address';
import type { Delivery } from './deliveries';
import { post } from './post';
import type { Reply } from './post';
import type { Registrations } from './registrations';
import { RETRY_WAITS_MS, createWaitingTime } from './retries';
import type { TimedWorld, WaitingTime } from './retries';
import { findRefusal } from './taken';

type PostalWorld = TimedWorld & { readonly webhooks: Registrations };

/** Delivers events to their URLs, by Truecaller's rules for retries. */
export type PostOffice = {
	/** Returns the time of its clock; deliveries due by then are sent at once. */
	nowMs(): number;
	take(deliveries: readonly Delivery[]): void;
	/** Sends what has become due after a change of clock or settings. */
	wake(): void;
	/** Ends all waiting and running deliveries. It can be used again afterwards. */
	end(): void;
};

const EXCERPT_CHARACTERS = 300;

/** [S] Returns the URL of a delivery: the configuration is read again at each attempt. */
function addressOf({ target, key }: Delivery, { webhooks }: PostalWorld): string | undefined {
	const url = 'url' in target ? target.url : webhooks.find(target.webhookId)?.url;
	return url === undefined ? undefined : withKey(url, key);
}

async function call(url: string, delivery: Delivery, world: PostalWorld, signal: AbortSignal) {
	const { settings } = world;
	const obstacle = findObstacle(url, settings);
	const startMs = performance.now();
	const { webhookTimeoutMs: timeoutMs, webhookWholeCallMs: wholeCallMs } = settings;
	const reply: Reply =
		obstacle === undefined
			? await post(new URL(url), delivery.bodyText, { timeoutMs, wholeCallMs, signal })
			: { failure: obstacle };
	const refusal = findRefusal(reply, settings);
	return {
		at: delivery.nextAt,
		url: withoutKey(url),
		status: 'status' in reply ? reply.status : null,
		taken: refusal === undefined,
		reason: refusal ?? null,
		answer: 'bodyText' in reply ? reply.bodyText.slice(0, EXCERPT_CHARACTERS) : '',
		tookMs: Math.round(performance.now() - startMs),
	};
}

/** Plans the next attempt. Returns true if there is one. */
function reschedule(delivery: Delivery): boolean {
	const waitMs = RETRY_WAITS_MS[delivery.attempts.length - 1];
	delivery.state = waitMs === undefined ? 'Webhook Failed' : 'Rescheduled error';
	// Counted from when this attempt was due, not from its end, so that the table is exact at any
	// speed.
	delivery.nextAt += waitMs ?? 0;
	delivery.dueMs += waitMs ?? 0;
	return waitMs !== undefined;
}

/** Makes one attempt. Returns true if another one follows. */
async function attempt(
	delivery: Delivery,
	world: PostalWorld,
	signal: AbortSignal,
): Promise<boolean> {
	const url = addressOf(delivery, world);
	if (url === undefined) {
		delivery.state = 'webhook_not_found';
		return false;
	}
	const made = await call(url, delivery, world, signal);
	if (signal.aborted) return false;
	delivery.attempts.push(made);
	if (!made.taken) return reschedule(delivery);
	delivery.state = 'Delivered';
	return false;
}

type Rooms = {
	readonly time: WaitingTime;
	readonly waiting: Set<Delivery>;
	readonly underWay: Map<Delivery, AbortController>;
};

function endAll({ waiting, underWay }: Rooms): void {
	const ended = [...waiting, ...underWay.keys()];
	for (const controller of underWay.values()) controller.abort();
	waiting.clear();
	underWay.clear();
	for (const delivery of ended) {
		delivery.state = 'Ended';
		delivery.settled();
	}
}

const dueNow = ({ time, waiting }: Rooms): Delivery[] => {
	const nowMs = time.nowMs();
	return [...waiting].filter(({ dueMs }) => dueMs <= nowMs).sort((a, b) => a.dueMs - b.dueMs);
};

const firstDue = ({ waiting }: Rooms): number =>
	[...waiting].reduce((firstMs, { dueMs }) => Math.min(firstMs, dueMs), Infinity);

export function createPostOffice(world: PostalWorld): PostOffice {
	const rooms: Rooms = { time: createWaitingTime(world), waiting: new Set(), underWay: new Map() };
	const { time, waiting, underWay } = rooms;
	let timer: NodeJS.Timeout | undefined;

	const start = async (delivery: Delivery): Promise<void> => {
		const controller = new AbortController();
		waiting.delete(delivery);
		underWay.set(delivery, controller);
		const another = await attempt(delivery, world, controller.signal);
		if (!underWay.delete(delivery)) return;
		if (another) waiting.add(delivery);
		delivery.settled();
		wake();
	};
	const wake = (): void => {
		clearTimeout(timer);
		for (const delivery of dueNow(rooms)) void start(delivery);
		const realMs = time.realMsUntil(firstDue(rooms));
		if (realMs === undefined) return;
		timer = setTimeout(wake, Math.min(realMs, LONGEST_TIMER_MS)).unref();
	};
	return {
		nowMs: () => time.nowMs(),
		take: (deliveries) => {
			for (const delivery of deliveries) waiting.add(delivery);
			wake();
		},
		wake,
		end: () => {
			clearTimeout(timer);
			endAll(rooms);
		},
	};
}
