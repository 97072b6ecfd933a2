/** Returns the texts and numbers of a value or an array as trimmed texts, without empty ones. */
export const readTexts = (value: unknown): string[] => {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts
		.filter((part) => typeof part === 'string' || typeof part === 'number')
		.map((part) => String(part).trim())
		.filter((text) => text !== '');
};

/** Returns the entries of an array, or of a text with commas, semicolons, tabs or lines. */
export const readList = (value: unknown): string[] =>
	readTexts(readTexts(value).flatMap((text) => text.split(/[,;\n\t]/)));
