import type { BatchVersion } from '../../api/facts/endpoints';
import { explainFailure, problem } from '../../api/problems';
import type { Problem } from '../../api/problems';
import type { Failure } from '../../api/reading/answer';
import { tellFailure } from '../../api/waitForBatch';

/**
 * Explains a missing status. A 404 means an unknown batch or an unknown version of the API; the
 * answer does not tell which.
 */
export const explainStatus = (
	failure: Failure,
	batchId: string,
	version: BatchVersion,
): Problem => {
	const { todo, details } = explainFailure(failure);
	if (failure.words || failure.obstacle || failure.status !== 404)
		return problem(tellFailure(failure), todo, { ...details, batchId });
	const howToFind = `Check 'Batch ID': it is in the output of Personalise Many, and only the account that sent a batch can ask for it. If it is right, choose another 'API Version' under Options; ${version} was asked.`;
	return problem(tellFailure(failure), howToFind, { ...details, batchId });
};
