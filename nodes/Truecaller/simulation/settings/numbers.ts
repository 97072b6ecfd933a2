/** Switches of number management. sandbox/README.md explains each. */
export type NumberSettings = {
	/** How many feature sets the demo account has; `null` is the built-in eight. */
	featureSetCount: number | null;
	/** [U] §10.9: page information beside feature sets is in no excerpt. */
	featureSetsTellPages: boolean;
	/** [D3] off, a client must notice the end by itself. */
	numbersTellPages: boolean;
	/** [U] §10.9: what comes after the last page, of labels too (§8 C20). */
	pastLastPage: 'empty' | 'repeatsLast' | 'startsOver';
	/** [U] §10.9: a greater `limit` is cut to it without a word; `null` takes any. */
	largestPage: number | null;
	/** [I] §3.4: about 4 s lie between the two times of the sample. On the world's clock. */
	listingMs: number;
	/** [U] §10.8 */
	delistingMs: number;
	/** [I] whether numbers show while they are being listed. */
	listingRows: 'shown' | 'hidden';
	/** [U] §10.8: HTTP status of an answer that says `failed`. */
	failedNumbersStatus: number;
};

export const defaultNumberSettings = (): NumberSettings => ({
	featureSetCount: null,
	featureSetsTellPages: false,
	numbersTellPages: true,
	pastLastPage: 'empty',
	largestPage: null,
	listingMs: 4_000,
	delistingMs: 6_000,
	listingRows: 'shown',
	failedNumbersStatus: 200,
});
