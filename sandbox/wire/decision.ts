import type { Connection, Interruption } from '../memory/interruptions';
import { refusalOf } from '../../nodes/Truecaller/simulation/refusals';
import type { Answer, NoAnswer } from '../../nodes/Truecaller/simulation/refusals';
import type { ServerSettings } from '../settings/server';

/** An answer as it goes out. */
export type HttpAnswer = Pick<Answer, 'status' | 'body'> & {
	readonly headers?: Readonly<Record<string, string>>;
};

/** Instead of an answer: what happens to the connection. */
export type Broken = { readonly connection: Connection };

export type Decision = HttpAnswer | Broken;

/** Returns what the control plane ordered for this request; undefined when the model is to judge it. */
export function readOrder({
	status,
	connection,
	body,
	headers,
}: Interruption): Decision | undefined {
	// What is cut off is judged as usual, and only its answer gets lost.
	if (connection === 'cutOff') return undefined;
	if (connection !== undefined) return { connection };
	if (status === undefined) return undefined;
	const { body: usual } = refusalOf(status, 'refused by the control plane');
	return { status, body: body === undefined ? usual : body, headers };
}

type RetryAfter = ServerSettings['retryAfter'];

const WRITTEN: Readonly<Record<RetryAfter, (waitMs: number) => HttpAnswer['headers']>> = {
	none: () => ({}),
	seconds: (waitMs) => ({ 'retry-after': String(Math.ceil(waitMs / 1_000)) }),
	// A date has whole seconds only: rounded up, so that it is never too early. Real time, for the client's clock is real.
	date: (waitMs) => ({
		'retry-after': new Date(Math.ceil((Date.now() + waitMs) / 1_000) * 1_000).toUTCString(),
	}),
};

/** Writes an answer of the model as HTTP. [U] no Retry-After is documented: off by default. */
export function toDecision(answer: Answer | NoAnswer, retryAfter: RetryAfter): Decision {
	if (answer.status === null) return { connection: 'resetAfterBody' };
	const { status, body, retryAfterMs } = answer;
	if (retryAfterMs === undefined) return { status, body };
	return { status, body, headers: WRITTEN[retryAfter](retryAfterMs) };
}
