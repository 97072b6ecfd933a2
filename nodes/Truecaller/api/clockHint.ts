import type { Reply } from './reading/answer';
import { clockTodo, tellClock } from './reading/clock';

/** Watches the answers of a run for a wrong clock of n8n. */
export type ClockNote = {
	readonly note: (reply: Reply) => void;
	/** Returns how far the clock is off and what to do, or undefined if it is right. */
	readonly hint: () => string | undefined;
};

export const createClockNote = (): ClockNote => {
	let aheadMs: number | undefined;
	return {
		note: (reply) => {
			aheadMs = reply.clockAheadMs ?? aheadMs;
		},
		hint: () => {
			if (aheadMs === undefined) return undefined;
			const said = tellClock(aheadMs);
			return `${said.charAt(0).toUpperCase()}${said.slice(1)}. ${clockTodo(aheadMs)}`;
		},
	};
};
