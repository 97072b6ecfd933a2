import type { Answer } from '../../nodes/Truecaller/simulation/refusals';
import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';

/** A request in one line of the page: what was sent, and the answer in words. */
export type TrafficLine = {
	readonly id: number;
	/** Real time, as in `received`. */
	readonly at: number;
	readonly route: string;
	readonly method: string;
	readonly path: string;
	readonly status: number | null;
	/** Truecaller's words in the answer, and the field that they name. */
	readonly said: string | null;
	readonly field: string | null;
	/** Request and answer without key and token; null if too long for the page. */
	readonly body: unknown;
	readonly answer: unknown;
	/** Length of each in characters. */
	readonly bodyLength: number;
	readonly answerLength: number;
};

/** Number of requests in one second of real time. */
export type Second = {
	readonly second: number;
	realTime: number;
	realTimeRefused: number;
	batch: number;
	batchRefused: number;
};

type Passing = Pick<TrafficLine, 'route' | 'method' | 'path' | 'status'> & {
	readonly bodyText: string;
	/** Undefined if there was no answer. */
	readonly answer: Answer['body'];
};

export type Traffic = {
	add(passing: Passing): void;
	/** Returns the lines after this ID, oldest first; only the last few hundred are kept. */
	after(id: number): TrafficLine[];
	/** Returns the seconds with requests in the last 3 minutes. */
	seconds(): readonly Second[];
};

const REQUESTS_KEPT = 300;
const SECONDS_KEPT = 180;
/** About 60 records of a batch. */
const LONGEST_TEXT_CHARACTERS = 20_000;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Returns the words of an answer, in any dialect. */
function wordsOf(answer: unknown): Pick<TrafficLine, 'said' | 'field'> {
	if (!isObject(answer)) return { said: textOrNull(answer), field: null };
	const info = answer.status_info ?? answer.statusInfo ?? answer;
	return isObject(info)
		? { said: textOrNull(info.message), field: textOrNull(info.field) }
		: { said: null, field: null };
}

const withoutSecrets = (key: string, value: unknown): unknown =>
	key === 'api_key' || key === 'token' ? undefined : value;

/** Returns parsed JSON, or the text if it is not JSON. */
function readText(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text, withoutSecrets);
	} catch {
		return text;
	}
}

const shorten = (text: string): string => (text.length > LONGEST_TEXT_CHARACTERS ? '' : text);

/** Returns an answer as text. A planned answer may be a text that is not JSON. */
const writeAnswer = (answer: Answer['body']): string =>
	typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');

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

type KeptLine = Omit<TrafficLine, 'body' | 'answer'> & {
	readonly bodyText: string;
	readonly answerText: string;
};

const showLine = ({ bodyText, answerText, ...line }: KeptLine): TrafficLine => ({
	...line,
	body: readText(bodyText),
	answer: readText(answerText),
});

export function createTraffic(): Traffic {
	const kept: KeptLine[] = [];
	const seconds: Second[] = [];
	let lastId = 0;
	return {
		add: (passing) => {
			const { bodyText, answer, ...line } = passing;
			const answerText = writeAnswer(answer);
			kept.push({
				id: ++lastId,
				at: Date.now(),
				...line,
				...wordsOf(answer),
				bodyText: shorten(bodyText),
				answerText: shorten(answerText),
				bodyLength: bodyText.length,
				answerLength: answerText.length,
			});
			if (kept.length > REQUESTS_KEPT) kept.shift();
			countIn(seconds, passing);
		},
		after: (id) => kept.filter((each) => each.id > id).map(showLine),
		seconds: () => seconds,
	};
}
