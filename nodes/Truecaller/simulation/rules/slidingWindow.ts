/**
 * Admits a request and counts it (0), or returns how long it must wait in ms. [I] Windows slide,
 * and a refused request does not count.
 */
export const admit = (
	times: number[],
	limit: { readonly most: number; readonly windowMs: number },
	nowMs: number,
): number => {
	const outside = (at: number) => at <= nowMs - limit.windowMs || at > nowMs;
	// A time in the future is from before the clock was reset.
	while (times[0] !== undefined && outside(times[0])) times.shift();
	if (times.length >= limit.most) return Math.max(1, (times[0] ?? nowMs) + limit.windowMs - nowMs);
	times.push(nowMs);
	return 0;
};
