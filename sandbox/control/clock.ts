/** The sandbox's own time, in epoch milliseconds: real time plus whatever the control plane added. */
export type Clock = {
	nowMs(): number;
	/** How far ahead of real time the sandbox is. */
	aheadMs(): number;
	advance(ms: number): void;
	reset(): void;
};

export function createClock(): Clock {
	let aheadMs = 0;
	return {
		nowMs: () => Date.now() + aheadMs,
		aheadMs: () => aheadMs,
		advance: (ms) => {
			aheadMs += ms;
		},
		reset: () => {
			aheadMs = 0;
		},
	};
}
