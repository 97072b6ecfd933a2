/** [D3] samples end in 2 to 6 digits of a second: zeros at the end are left out, as Go's RFC 3339 does [I]. */
export const toWireTime = (epochMs: number): string =>
	new Date(epochMs).toISOString().replace(/\.?0*Z$/, 'Z');
