/**
 * Returns a time in Truecaller's format. [D3] Samples have 2 to 6 decimals of a second: zeros at
 * the end are omitted, as in Go's RFC 3339 [I].
 */
export const toWireTime = (epochMs: number): string =>
	new Date(epochMs).toISOString().replace(/\.?0*Z$/, 'Z');
