import { LIMITS } from '../../api/facts/limits';

/**
 * Limits that a test may change. With `enforced` off, any number of requests and logins is
 * accepted.
 */
export type LimitSettings = {
	enforced: boolean;
	/** [D1][D3][D4] Per token; [U] whether a contract sets a limit per account: C21. */
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

/** [U] §10.9: the default page size of feature sets and numbers. */
const ROWS_PER_PAGE = 100;

/** [S] An account has a further limit, which is not documented. */
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
