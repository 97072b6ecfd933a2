import type { Connection, Interruption } from '../memory/interruptions';
import { refusalOf } from '../../nodes/Truecaller/simulation/refusals';
import type { Answer, NoAnswer } from '../../nodes/Truecaller/simulation/refusals';
import type { ServerSettings } from '../settings/server';

/** An answer as it is sent. */
export type HttpAnswer = Pick<Answer, 'status' | 'body'> & {
	readonly headers?: Readonly<Record<string, string>>;
};

/** What happens to the connection in place of an answer. */
export type Broken = { readonly connection: Connection };

export type Decision = HttpAnswer | Broken;

/**
 * Returns the answer that the control plane planned for this request, or undefined if the model
 * answers.
 */
export function readOrder({
	status,
	connection,
	body,
	headers,
}: Interruption): Decision | undefined {
	// For `cutOff` the model answers as usual, and only the answer is lost.
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
	// A date has whole seconds. Rounded up, so that it is never too early. In real time, like the
	// client's clock.
	date: (waitMs) => ({
		'retry-after': new Date(Math.ceil((Date.now() + waitMs) / 1_000) * 1_000).toUTCString(),
	}),
};

/**
 * Turns an answer of the model into HTTP. [U] Retry-After is not documented, so it is off by
 * default.
 */
export function toDecision(answer: Answer | NoAnswer, retryAfter: RetryAfter): Decision {
	if (answer.status === null) return { connection: 'resetAfterBody' };
	const { status, body, retryAfterMs } = answer;
	if (retryAfterMs === undefined) return { status, body };
	return { status, body, headers: WRITTEN[retryAfter](retryAfterMs) };
}
