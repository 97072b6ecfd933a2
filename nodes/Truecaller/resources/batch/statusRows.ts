import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../../api/reading/answer';
import type { BatchRow } from '../../api/reading/batchRows';
import type { BatchVersion } from '../../api/facts/endpoints';
import { explainFailure, problem } from '../../api/problems';
import type { Problem } from '../../api/problems';
import { tellFailure } from '../../api/waitForBatch';

const toRow = (
	batchId: string,
	{ recordId, outcome, reason, advice, message, callRecord }: BatchRow,
): IDataObject => ({
	batchId,
	recordId,
	outcome,
	personalised: outcome === 'pushed',
	reason,
	advice,
	message,
	callRecord,
});

/** Truecaller has accepted a batch before it lists its records: nothing is known of it, and nothing is wrong. */
const notListedYet: BatchRow = {
	recordId: null,
	outcome: 'running',
	reason: null,
	advice: 'Ask for the status again in a minute; if this stays so, check Batch ID',
	message: null,
	callRecord: {},
};

/** One row per record, as it is put out; one that says "running" for a batch without any. */
export const toStatusRows = (batchId: string, rows: readonly BatchRow[]): IDataObject[] =>
	(rows.length === 0 ? [notListedYet] : rows).map((row) => toRow(batchId, row));

/** A 404 is a batch that is not there, or a version that is not: the answer does not tell which. */
export const explainStatus = (
	failure: Failure,
	batchId: string,
	version: BatchVersion,
): Problem => {
	const { todo, details } = explainFailure(failure);
	if (failure.status !== 404) return problem(tellFailure(failure), todo, { ...details, batchId });
	const howToFind = `Check Batch ID: it is in the output of Personalise Many, and only the account that sent a batch can ask for it. If it is right, choose another API Version under Options; ${version} was asked.`;
	return problem(tellFailure(failure), howToFind, { ...details, batchId });
};
