/** A generator of Lehmer: the same numbers each time, so that a failing test fails again. */
const MULTIPLIER = 48_271;
const MODULUS = 2_147_483_647;

/** Another order, always the same one for a length; nothing stays in its place (Sattolo's shuffle). */
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
