/** Runs `work` for 0 … count-1, at most `atOnce` side by side, until it is told to stop. */
export const concurrently = async (
	count: number,
	atOnce: number,
	work: (index: number) => Promise<void>,
	isStopped: () => boolean,
): Promise<void> => {
	let next = 0;
	const worker = async () => {
		while (next < count && !isStopped()) await work(next++);
	};
	await Promise.all(Array.from({ length: Math.min(count, atOnce) }, worker));
};
