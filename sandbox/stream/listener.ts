/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import type { ServerResponse } from 'node:http';

import type { SandboxControl } from '../control/control';
import type { PostOffice } from '../webhooks/postOffice';
import type { SandboxWorld } from '../world';
import { showBatches, showFeatureSets, showLabels, showTokens } from './account';
import { showPhone } from './phones';

/** Where the data of the page comes from. */
export type Sources = {
	readonly world: SandboxWorld;
	readonly office: PostOffice;
	readonly control: SandboxControl;
};

/** Small views, sent as a whole if they changed since the last message. */
const VIEWS: Readonly<Record<string, (sources: Sources) => unknown>> = {
	settings: ({ world }) => world.settings,
	webhooks: ({ world }) => world.webhooks.list(),
	labels: ({ world }) => showLabels(world),
	featureSets: ({ world }) => showFeatureSets(world),
	tokens: ({ world }) => showTokens(world),
	batches: ({ world }) => showBatches(world),
	rates: ({ world }) => world.traffic.seconds(),
	orders: ({ world }) => ({ waiting: world.interruptions.waiting() }),
};

const PHONES_AT_ONCE = 1_000;
const DELIVERIES_SHOWN = 200;
/**
 * Above this backlog, nothing more is written to a page that does not read. It gets the missing
 * data with the next message.
 */
const MOST_UNREAD_BYTES = 8_000_000;
const CLOCK_EVERY_MS = 5_000;

/** Creates the listener of one open page. It remembers what it has sent. */
export function createListener(response: ServerResponse, sources: Sources) {
	const { world } = sources;
	const told = new Map<string, string>();
	const toldDeliveries = new Map<number, string>();
	let logs = { phones: world.phones, traffic: world.traffic, deliveries: world.deliveries };
	let phoneRevision = 0;
	let requestId = 0;
	let clockSentAt = 0;
	let isNew = true;

	const send = (name: string, view: unknown): void => {
		response.write(`event: ${name}\ndata: ${JSON.stringify(view)}\n\n`);
	};
	const tellViews = (): void => {
		for (const [name, view] of Object.entries(VIEWS)) {
			const text = JSON.stringify(view(sources));
			if (told.get(name) === text) continue;
			told.set(name, text);
			response.write(`event: ${name}\ndata: ${text}\n\n`);
		}
	};
	/**
	 * Sends the time of both clocks. The page runs them by itself and is corrected every few seconds.
	 */
	const tellClock = (): void => {
		const { webhookSpeed: speed } = world.settings;
		const { nowMs, ...rest } = sources.control.clock();
		const text = JSON.stringify({ ...rest, speed });
		if (told.get('clock') === text && Date.now() - clockSentAt < CLOCK_EVERY_MS) return;
		told.set('clock', text);
		clockSentAt = Date.now();
		send('clock', { nowMs, ...rest, speed, retryNowMs: sources.office.nowMs() });
	};
	const tellPhones = (): void => {
		const changed = world.phones.changedAfter(phoneRevision);
		if (changed.length === 0 && !isNew) return;
		phoneRevision = changed.at(-1)?.revision ?? 0;
		let all = isNew;
		do {
			const phones = changed.splice(0, PHONES_AT_ONCE).map((each) => showPhone(each, world));
			send('phones', { all, phones });
			all = false;
		} while (changed.length > 0);
	};
	const tellRequests = (): void => {
		const requests = world.traffic.after(requestId);
		if (requests.length === 0 && !isNew) return;
		requestId = requests.at(-1)?.id ?? 0;
		send('requests', { all: isNew, requests });
	};
	const tellDeliveries = (): void => {
		const dueMs = new Map(world.deliveries.list().map((each) => [each.id, each.dueMs]));
		const seen = sources.control.deliveries().slice(-DELIVERIES_SHOWN);
		const changed = seen.flatMap((each) => {
			const view = { ...each, dueMs: dueMs.get(each.id) ?? 0 };
			const text = JSON.stringify(view);
			if (toldDeliveries.get(each.id) === text) return [];
			toldDeliveries.set(each.id, text);
			return [view];
		});
		if (changed.length > 0 || isNew) send('deliveries', { all: isNew, deliveries: changed });
	};
	/** Starts again after a reset, which puts new logs into the world. */
	const noticeReset = (): void => {
		const { phones, traffic, deliveries } = world;
		if (logs.phones === phones) return;
		logs = { phones, traffic, deliveries };
		[phoneRevision, requestId, isNew] = [0, 0, true];
		toldDeliveries.clear();
	};
	const tell = (): void => {
		if (response.writableLength > MOST_UNREAD_BYTES) return;
		noticeReset();
		tellClock();
		tellViews();
		tellPhones();
		tellRequests();
		tellDeliveries();
		isNew = false;
	};
	return { send, tell, end: () => response.end() };
}

export type Listener = ReturnType<typeof createListener>;
