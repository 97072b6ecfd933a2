import { LIMITS } from '../../nodes/Truecaller/api/facts/limits';
import { wholeNumber, yesOrNo } from './requirements';
import type { Requirement } from './requirements';

/** The numbers a test may change. Switching `enforced` off lets any pace and any number of logins through. */
export type LimitSettings = {
	enforced: boolean;
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

export const defaultLimits = (): LimitSettings => ({
	enforced: true,
	loginsPerWindow: LIMITS.loginsPerWindow,
	loginWindowMs: LIMITS.loginWindowMs,
	tokenLifeMs: LIMITS.tokenLifeMs,
	realTimeCallsPerWindow: LIMITS.realTimeCallsPerWindow,
	realTimeWindowMs: LIMITS.realTimeWindowMs,
	batchCallsPerWindow: LIMITS.batchCallsPerWindow,
	batchWindowMs: LIMITS.batchWindowMs,
	recordsPerBatch: LIMITS.recordsPerBatch,
	numbersPerCall: LIMITS.numbersPerCall,
	numbersPerFeatureSet: LIMITS.numbersPerFeatureSet,
	labelsPerPage: LIMITS.labelsPerPage,
	featureSetsPerPage: ROWS_PER_PAGE,
	numbersPerPage: ROWS_PER_PAGE,
});

const anyAmount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
const pageSize = wholeNumber(1, 100_000);

export const LIMIT_REQUIREMENTS: Record<keyof LimitSettings, Requirement> = {
	enforced: yesOrNo,
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
