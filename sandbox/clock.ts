/** The sandbox's own time, in epoch milliseconds: real time plus whatever the control plane added. */
export type Clock = {
	nowMs(): number;
	/** How far ahead of real time the sandbox was set. */
	aheadMs(): number;
	isFrozen(): boolean;
	advance(ms: number): void;
	/** Time stands still but for `advance`, so that the very edge of a window can be tested. */
	freeze(): void;
	/** Real time again. */
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
