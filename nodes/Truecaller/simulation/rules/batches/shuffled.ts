/** Lehmer's random number generator with a constant seed, so that a failing test fails again. */
const MULTIPLIER = 48_271;
const MODULUS = 2_147_483_647;

/**
 * Returns the rows in another order, always the same for a given length. No row stays in its place
 * (Sattolo's shuffle).
 */
export const shuffled = <T>(rows: readonly T[]): T[] => {
	const result = [...rows];
	let seed = rows.length + 1;
	for (let last = result.length - 1; last > 0; last -= 1) {
		seed = (seed * MULTIPLIER) % MODULUS;
		const other = seed % last;
		const [moved] = result.splice(other, 1, ...result.slice(last, last + 1));
		if (moved !== undefined) result[last] = moved;
	}
	return result;
};
