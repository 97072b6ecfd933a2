import type { Answer } from '../../nodes/Truecaller/simulation/refusals';
import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';

/** A wire request in a line, for the page: what came, and what was answered to it in words. */
export type TrafficLine = {
	readonly id: number;
	/** Real time, as in `received`. */
	readonly at: number;
	readonly route: string;
	readonly method: string;
	readonly path: string;
	readonly status: number | null;
	/** Truecaller's words in the answer, and the field they name. */
	readonly said: string | null;
	readonly field: string | null;
	/** Small bodies only, without `api_key`: a batch is shown by its batch. */
	readonly body: unknown;
};

/** How many calls came in one second of real time. */
export type Second = {
	readonly second: number;
	realTime: number;
	realTimeRefused: number;
	batch: number;
	batchRefused: number;
};

type Passing = Pick<TrafficLine, 'route' | 'method' | 'path' | 'status'> & {
	readonly bodyText: string;
	/** `undefined`: there was no answer. */
	readonly answer: Answer['body'];
};

export type Traffic = {
	add(passing: Passing): void;
	/** Those after this id, oldest first; the last hundreds. */
	after(id: number): TrafficLine[];
	/** The seconds in which something came, of the last three minutes. */
	seconds(): readonly Second[];
};

const REQUESTS_KEPT = 300;
const SECONDS_KEPT = 180;
const LARGEST_BODY_CHARACTERS = 2_000;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The words of an answer, in whatever dialect it is. */
function wordsOf(answer: unknown): Pick<TrafficLine, 'said' | 'field'> {
	if (!isObject(answer)) return { said: textOrNull(answer), field: null };
	const info = answer.status_info ?? answer.statusInfo ?? answer;
	return isObject(info)
		? { said: textOrNull(info.message), field: textOrNull(info.field) }
		: { said: null, field: null };
}

function readSmall(text: string): unknown {
	if (text === '' || text.length > LARGEST_BODY_CHARACTERS) return null;
	try {
		return JSON.parse(text, (key, value: unknown) => (key === 'api_key' ? undefined : value));
	} catch {
		return null;
	}
}

const PACED: Readonly<Record<string, 'realTime' | 'batch'>> = {
	realTimeV1: 'realTime',
	realTimeV2: 'realTime',
	batchV1: 'batch',
	batchV2: 'batch',
	batchV3: 'batch',
};

function countIn(seconds: Second[], { route, status }: Passing): void {
	const pace = PACED[route];
	if (pace === undefined) return;
	const second = Math.floor(Date.now() / 1_000);
	if (seconds.at(-1)?.second !== second) {
		seconds.push({ second, realTime: 0, realTimeRefused: 0, batch: 0, batchRefused: 0 });
	}
	const last = seconds.at(-1);
	if (last) last[status === 429 ? (`${pace}Refused` as const) : pace] += 1;
	while ((seconds[0]?.second ?? second) <= second - SECONDS_KEPT) seconds.shift();
}

type KeptLine = Omit<TrafficLine, 'body'> & { readonly bodyText: string };

export function createTraffic(): Traffic {
	const kept: KeptLine[] = [];
	const seconds: Second[] = [];
	let lastId = 0;
	return {
		add: (passing) => {
			const { route, method, path, status, bodyText, answer } = passing;
			const small = bodyText.length > LARGEST_BODY_CHARACTERS ? '' : bodyText;
			const line = { route, method, path, status, bodyText: small, ...wordsOf(answer) };
			kept.push({ id: ++lastId, at: Date.now(), ...line });
			if (kept.length > REQUESTS_KEPT) kept.shift();
			countIn(seconds, passing);
		},
		after: (id) =>
			kept
				.filter((each) => each.id > id)
				.map(({ bodyText, ...line }) => ({ ...line, body: readSmall(bodyText) })),
		seconds: () => seconds,
	};
}
