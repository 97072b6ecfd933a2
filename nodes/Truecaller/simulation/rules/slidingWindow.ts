/**
 * Lets one through and remembers it, or says how long to wait (ms; 0 is "through").
 * [I] Windows slide, and a refused call does not count against them.
 */
export const admit = (
	times: number[],
	limit: { readonly most: number; readonly windowMs: number },
	nowMs: number,
): number => {
	const outside = (at: number) => at <= nowMs - limit.windowMs || at > nowMs;
	// A time ahead of now is left over from before the clock was reset.
	while (times[0] !== undefined && outside(times[0])) times.shift();
	if (times.length >= limit.most) return Math.max(1, (times[0] ?? nowMs) + limit.windowMs - nowMs);
	times.push(nowMs);
	return 0;
};
