/** The most that arrive in any window of the service, which is half open. */
export const mostInAnyWindow = (starts: readonly number[], windowMs: number): number => {
	let [most, from] = [0, 0];
	starts.forEach((at, index) => {
		while ((starts[from] ?? at) <= at - windowMs) from++;
		most = Math.max(most, index - from + 1);
	});
	return most;
};
