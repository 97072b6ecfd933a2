/** Settings of batches. sandbox/README.md explains each. */
export type BatchSettings = {
	/** [U] §10.4: how long a batch takes, by the simulation's clock. */
	batchSettleMs: number;
	/** [U] §10.4: what the status shows before that. */
	batchUnsettledRows: 'pending' | 'absent';
	/** [I] The order of rows is not documented. */
	batchRowOrder: 'shuffled' | 'sent';
	/** [D3] v2 without `+`, [D4] v3 with `+`. */
	batchRowNumbers: 'documented' | 'withPlus' | 'withoutPlus';
	/** [D2a] documented the rows of v2 with the names of v1: §8 C1. */
	batchRowNames: 'current' | 'former';
	/** [D4b] requires `+`; it is not known whether v3 accepts numbers without it: §8 C4. */
	batchV3AcceptsNoPlus: boolean;
	/** [D3] documents a caller with `+` in a v2 sample: §8 C4. */
	batchV2AcceptsPlus: boolean;
	/** [U] §10.6: whether one bad record fails the whole batch. */
	batchWithBadRecord: 'accepted' | 'refused';
	/** [U] §10.4: 200 answers an unknown batch with no rows. */
	unknownBatchStatus: 200 | 404;
	/** [I] An unreachable receiver (`…0004`) is reached by the next call or batch. */
	unreachableOnce: boolean;
};

export const defaultBatchSettings = (): BatchSettings => ({
	batchSettleMs: 2_000,
	batchUnsettledRows: 'pending',
	batchRowOrder: 'shuffled',
	batchRowNumbers: 'documented',
	batchRowNames: 'current',
	batchV3AcceptsNoPlus: false,
	batchV2AcceptsPlus: false,
	batchWithBadRecord: 'accepted',
	unknownBatchStatus: 404,
	unreachableOnce: false,
});
