/** Random numbers in [0, 1) that are the same in every run. */
export const createRandom = (seed: number) => (): number => {
	seed = (seed * 48_271) % 2_147_483_647;
	return seed / 2_147_483_647;
};
