/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import type { IncomingHttpHeaders } from 'node:http';

/** One request to Truecaller's API, as the control plane shows it. */
export type Received = {
	/** Real time of arrival in epoch ms; the sandbox's clock may differ. */
	at: number;
	route: string;
	method: string;
	path: string;
	query: unknown;
	/** Without `authorization` and `cookie`. */
	headers: IncomingHttpHeaders;
	/** Parsed, without `api_key`; `null` for a body that is not JSON. */
	body: unknown;
	/** Number of the request's token among those issued since the last reset; 1 is the first. */
	tokenOrdinal: number | null;
	/** Status of the sandbox's answer; `null` if it sent none. */
	status: number | null;
	/** True if headers and body were dropped to save memory. */
	trimmed: boolean;
};

/** An arrival in memory. The text of the body is parsed only when it is read. */
export type Arrival = Omit<Received, 'body' | 'trimmed'> & { bodyText: string };

/** Counts per route and status; `none` counts requests without an answer. */
export type Counts = Record<string, Record<string, number>>;

export type ReceivedLog = {
	add(arrival: Arrival): void;
	list(route?: string): Received[];
	counts(): Counts;
};

const ENTRIES_KEPT = 200_000;
const FULL_ENTRIES_KEPT = 20_000;
/**
 * Limits memory: a batch of 500 records takes 150 kB, so a limit on entries alone is not enough.
 */
const BODY_CHARACTERS_KEPT = 64_000_000;
/** Dropped in blocks, because each drop copies the list. */
const DROPPED_AT_ONCE = 20_000;

type KeptArrival = Arrival & { trimmed: boolean };

const withoutSecrets = (key: string, value: unknown): unknown =>
	key === 'api_key' ? undefined : value;

function showBody(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text, withoutSecrets);
	} catch {
		return null;
	}
}

function showArrival({ bodyText, headers, ...rest }: KeptArrival): Received {
	const shown = { ...headers };
	delete shown.authorization;
	delete shown.cookie;
	return { ...rest, headers: shown, body: showBody(bodyText) };
}

function countOne(counts: Counts, { route, status }: Arrival): void {
	const ofRoute = (counts[route] ??= {});
	const answered = String(status ?? 'none');
	ofRoute[answered] = (ofRoute[answered] ?? 0) + 1;
}

export function createReceivedLog(): ReceivedLog {
	let kept: KeptArrival[] = [];
	let firstFull = 0;
	let characters = 0;
	const counts: Counts = {};

	const isTooMuch = () =>
		kept.length - firstFull > FULL_ENTRIES_KEPT || characters > BODY_CHARACTERS_KEPT;
	const trimOldest = () => {
		const oldest = kept[firstFull++];
		characters -= oldest?.bodyText.length ?? 0;
		if (oldest) Object.assign(oldest, { bodyText: '', headers: {}, trimmed: true });
	};
	return {
		add: (arrival) => {
			kept.push({ ...arrival, trimmed: false });
			characters += arrival.bodyText.length;
			countOne(counts, arrival);
			while (isTooMuch()) trimOldest();
			if (kept.length < ENTRIES_KEPT + DROPPED_AT_ONCE) return;
			kept = kept.slice(DROPPED_AT_ONCE);
			firstFull -= DROPPED_AT_ONCE;
		},
		list: (route) => {
			const recent = kept.slice(-ENTRIES_KEPT);
			return recent.filter((each) => route === undefined || each.route === route).map(showArrival);
		},
		counts: () => structuredClone(counts),
	};
}
