/** Settings of number management. sandbox/README.md explains each. */
export type NumberSettings = {
	/** Number of feature sets of the demo account; `null` means the built-in 8. */
	featureSetCount: number | null;
	/** [U] §10.9: no known page shows page information for feature sets. */
	featureSetsTellPages: boolean;
	/** [D3] If off, a client must find the last page by itself. */
	numbersTellPages: boolean;
	/** [U] §10.9: the page after the last one, also of labels (§8 C20). */
	pastLastPage: 'empty' | 'repeatsLast' | 'startsOver';
	/** [U] §10.9: a larger `limit` is silently cut to this; `null` accepts any. */
	largestPage: number | null;
	/** [I] §3.4: about 4 s lie between the two times of the sample. By the simulation's clock. */
	listingMs: number;
	/** [U] §10.8 */
	delistingMs: number;
	/** [I] Whether the list shows numbers that are being listed. */
	listingRows: 'shown' | 'hidden';
	/** [U] §10.8: HTTP status of an answer with the status `failed`. */
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
