/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import type { IncomingHttpHeaders } from 'node:http';

/** One wire request, as the control plane shows it. */
export type Received = {
	/** Real time of arrival, epoch ms; the sandbox's own clock may be elsewhere. */
	at: number;
	route: string;
	method: string;
	path: string;
	query: unknown;
	/** Without `authorization` and `cookie`. */
	headers: IncomingHttpHeaders;
	/** Parsed, without `api_key`; a body that is no JSON is shown as `null`. */
	body: unknown;
	/** Which of the tokens issued since the last reset came with it: 1 is the first. */
	tokenOrdinal: number | null;
	/** The answer the sandbox chose; `null` when it chose to give none. */
	status: number | null;
	/** True when headers and body were forgotten to save memory. */
	trimmed: boolean;
};

/** What is kept: the text of the body is parsed only when somebody looks. */
export type Arrival = Omit<Received, 'body' | 'trimmed'> & { bodyText: string };

/** Per route, per answered status; `none` counts calls that got no answer. */
export type Counts = Record<string, Record<string, number>>;

export type ReceivedLog = {
	add(arrival: Arrival): void;
	list(route?: string): Received[];
	counts(): Counts;
};

const ENTRIES_KEPT = 200_000;
const FULL_ENTRIES_KEPT = 20_000;
/** A batch of 500 records weighs 150 kB: the number of entries alone would not bound memory. */
const BODY_CHARACTERS_KEPT = 64_000_000;
/** Dropping the oldest one by one would copy the list each time. */
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
