import type { Reply } from './reading/answer';
import { clockTodo, tellClock } from './reading/clock';

/** Watches the answers of a run for a difference between n8n's clock and Truecaller's. */
export type ClockNote = {
	readonly note: (reply: Reply) => void;
	/**
	 * Returns how far the clock is off and the fix, or undefined if no answer showed a difference.
	 */
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
