import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';
import { httpStatus, oneOf, plainError, requireFields, waitMs, wholeNumber } from '../requirements';
import type { Requirement } from '../requirements';

/**
 * Ways in which a connection ends without a complete answer. `hang` stays open until the client or
 * `close()` ends it; for `cutOff` the model answers as usual, and the connection breaks in the
 * middle of the answer.
 */
const CONNECTIONS = ['resetBeforeBody', 'resetAfterBody', 'hang', 'cutOff'] as const;
export type Connection = (typeof CONNECTIONS)[number];

/**
 * A planned failure: what the next requests get in place of the normal answer, or with only
 * `delayMs`, before it.
 */
export type Interruption = {
	/** Only requests to this route. If absent: any request, including unknown paths. */
	route?: string;
	/** Number of requests; 1 if absent. */
	times?: number;
	status?: number;
	/** JSON value, or a text that is sent unchanged. If absent: the E1 envelope for the status. */
	body?: unknown;
	headers?: Record<string, string>;
	connection?: Connection;
	delayMs?: number;
};

export type Interruptions = {
	add(interruption: Interruption): void;
	/** Takes the oldest failure planned for this route. */
	take(route: string): Interruption | undefined;
	/** Takes it only if it breaks the connection before the body is read. Returns true if it did. */
	takeEarlyReset(route: string): boolean;
	waiting(): number;
};

export function createInterruptions(): Interruptions {
	let queue: Array<Interruption & { left: number }> = [];
	const find = (route: string) => queue.find((each) => (each.route ?? route) === route);
	const take = (route: string): Interruption | undefined => {
		const found = find(route);
		if (!found) return undefined;
		found.left -= 1;
		if (found.left < 1) queue = queue.filter((each) => each !== found);
		return found;
	};
	return {
		add: (interruption) => queue.push({ ...interruption, left: interruption.times ?? 1 }),
		take,
		takeEarlyReset: (route) =>
			find(route)?.connection === 'resetBeforeBody' && take(route) !== undefined,
		waiting: () => queue.reduce((sum, { left }) => sum + left, 0),
	};
}

const texts: Requirement = (value) =>
	isObject(value) && Object.values(value).every((each) => typeof each === 'string')
		? undefined
		: 'an object of texts';

/** Throws if a planned failure would change nothing, or contradicts itself. */
export function assertInterruption(
	value: unknown,
	routes: readonly string[],
): asserts value is Interruption {
	const requirements: Record<keyof Interruption, Requirement> = {
		route: oneOf(...routes),
		times: wholeNumber(1, 1_000_000),
		status: httpStatus,
		body: () => undefined,
		headers: texts,
		connection: oneOf(...CONNECTIONS),
		delayMs: waitMs,
	};
	requireFields('the interruption', value, requirements);
	if (!isObject(value)) return;
	const { status, connection, delayMs, body, headers } = value;
	if (status !== undefined && connection !== undefined) {
		throw plainError('An interruption has a "status" or a "connection", not both');
	}
	if (status === undefined && (body !== undefined || headers !== undefined)) {
		throw plainError('"body" and "headers" of an interruption need a "status"');
	}
	if (status === undefined && connection === undefined && delayMs === undefined) {
		throw plainError('An interruption needs a "status", a "connection" or "delayMs"');
	}
}
