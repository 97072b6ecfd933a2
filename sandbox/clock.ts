/** The sandbox's clock, in epoch ms: real time plus the time that the control plane added. */
export type Clock = {
	nowMs(): number;
	/** Returns how far ahead of real time the sandbox is, in ms. */
	aheadMs(): number;
	isFrozen(): boolean;
	advance(ms: number): void;
	/** Stops the clock except for `advance`, so that tests can reach the exact edge of a window. */
	freeze(): void;
	/** Returns to real time. */
	reset(): void;
};

export function createClock(): Clock {
	let aheadMs = 0;
	let frozenAtMs: number | undefined;
	return {
		nowMs: () => (frozenAtMs ?? Date.now()) + aheadMs,
		aheadMs: () => aheadMs,
		isFrozen: () => frozenAtMs !== undefined,
		advance: (ms) => {
			aheadMs += ms;
		},
		freeze: () => {
			frozenAtMs ??= Date.now();
		},
		reset: () => {
			aheadMs = 0;
			frozenAtMs = undefined;
		},
	};
}
