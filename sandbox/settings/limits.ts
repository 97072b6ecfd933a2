import type { LimitSettings } from '../../nodes/Truecaller/simulation/settings/limits';
import { oneOf, wholeNumber, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

const anyAmount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const pageSize = wholeNumber(1, 100_000);

export const LIMIT_REQUIREMENTS: Record<keyof LimitSettings, Requirement> = {
	enforced: yesOrNo,
	limitsPer: oneOf('token', 'account'),
	loginsPerWindow: anyAmount,
	loginWindowMs: anyAmount,
	tokenLifeMs: anyAmount,
	realTimeCallsPerWindow: anyAmount,
	realTimeWindowMs: anyAmount,
	batchCallsPerWindow: anyAmount,
	batchWindowMs: anyAmount,
	recordsPerBatch: anyAmount,
	numbersPerCall: anyAmount,
	numbersPerFeatureSet: anyAmount,
	labelsPerPage: pageSize,
	featureSetsPerPage: pageSize,
	numbersPerPage: pageSize,
};
