import type { BatchSettings } from '../../nodes/Truecaller/simulation/settings/batches';
import { oneOf, wholeNumber, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

export const BATCH_REQUIREMENTS: Record<keyof BatchSettings, Requirement> = {
	batchSettleMs: wholeNumber(0, Number.MAX_SAFE_INTEGER),
	batchUnsettledRows: oneOf('pending', 'absent'),
	batchRowOrder: oneOf('shuffled', 'sent'),
	batchRowNumbers: oneOf('documented', 'withPlus', 'withoutPlus'),
	batchRowNames: oneOf('current', 'former'),
	batchV3AcceptsNoPlus: yesOrNo,
	batchV2AcceptsPlus: yesOrNo,
	batchWithBadRecord: oneOf('accepted', 'refused'),
	unknownBatchStatus: oneOf(200, 404),
	unreachableOnce: yesOrNo,
};
