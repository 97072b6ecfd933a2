import { LIMITS } from '../../api/facts/limits';

/** The numbers a test may change. Switching `enforced` off lets any pace and any number of logins through. */
export type LimitSettings = {
	enforced: boolean;
	/** [D1][D3][D4] per token; [U] whether a contract sets a limit for the account: C21. */
	limitsPer: 'token' | 'account';
	loginsPerWindow: number;
	loginWindowMs: number;
	tokenLifeMs: number;
	realTimeCallsPerWindow: number;
	realTimeWindowMs: number;
	batchCallsPerWindow: number;
	batchWindowMs: number;
	recordsPerBatch: number;
	numbersPerCall: number;
	numbersPerFeatureSet: number;
	labelsPerPage: number;
	featureSetsPerPage: number;
	numbersPerPage: number;
};

/** [U] §10.9: the page size of feature sets and numbers when none is asked for. */
const ROWS_PER_PAGE = 100;

/** [S] An account has a further limit that no page tells. */
const NUMBERS_PER_FEATURE_SET = 10_000;

export const defaultLimits = (): LimitSettings => ({
	enforced: true,
	limitsPer: 'token',
	loginsPerWindow: LIMITS.loginsPerWindow,
	loginWindowMs: LIMITS.loginWindowMs,
	tokenLifeMs: LIMITS.tokenLifeMs,
	realTimeCallsPerWindow: LIMITS.realTimeCallsPerWindow,
	realTimeWindowMs: LIMITS.realTimeWindowMs,
	batchCallsPerWindow: LIMITS.batchCallsPerWindow,
	batchWindowMs: LIMITS.batchWindowMs,
	recordsPerBatch: LIMITS.recordsPerBatch,
	numbersPerCall: LIMITS.numbersPerCall,
	numbersPerFeatureSet: NUMBERS_PER_FEATURE_SET,
	labelsPerPage: LIMITS.labelsPerPage,
	featureSetsPerPage: ROWS_PER_PAGE,
	numbersPerPage: ROWS_PER_PAGE,
});
