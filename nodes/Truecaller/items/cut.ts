/** Cuts a list into pieces of at most `size`, in order. */
export const cut = <T>(values: readonly T[], size: number): Array<readonly T[]> => {
	const pieces: Array<readonly T[]> = [];
	for (let from = 0; from < values.length; from += size)
		pieces.push(values.slice(from, from + size));
	return pieces;
};
