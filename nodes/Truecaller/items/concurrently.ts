import type { Api } from '../api/request';

/** How many pieces of work are under way at once: always so many, or so many for each access token. */
export type AtOnce = number | { readonly perToken: number };

/** Returns how many pieces of work may be under way at once. */
export const countAtOnce = (atOnce: AtOnce, { lanes = 1 }: Pick<Api, 'lanes'>): number =>
	typeof atOnce === 'number' ? atOnce : atOnce.perToken * lanes;

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
