import type { Reply } from './reading/answer';
import { clockTodo, tellClock } from './reading/clock';

/** Watches the answers of a run for one that shows a clock of n8n that is off. */
export type ClockNote = {
	readonly note: (reply: Reply) => void;
	/** Says how far the clock is off and what to do, or undefined where no answer showed that. */
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
