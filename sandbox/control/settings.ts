import { LIMITS } from '../../nodes/Truecaller/api/limits';
import {
	either,
	httpStatus,
	oneOf,
	requireFields,
	waitMs,
	wholeNumber,
	yesOrNo,
} from './requirements';
import type { Requirement } from './requirements';

/** The numbers a test may change. Switching `enforced` off lets any pace and any number of logins through. */
export type LimitSettings = {
	enforced: boolean;
	loginsPerWindow: number;
	loginWindowMs: number;
	tokenLifeMs: number;
	realTimeCallsPerWindow: number;
	realTimeWindowMs: number;
	labelsPerPage: number;
};

/** Where the documents are silent or disagree, the sandbox has a switch. README.md explains each. */
export type Settings = {
	/** Wait before every answer of the wire. */
	latencyMs: number;
	/** Wait before the answer to a login, on top of `latencyMs`. */
	loginDelayMs: number;
	/** [U] §10.7: whether a new token ends the old one is not documented. */
	newLoginEndsFormerToken: boolean;
	/** [D4] §8 C18: a bad token once came back as HTTP 500 "Failed to parse token". */
	legacyBadToken: boolean;
	/** [U] §10.3: the HTTP status of "not a Truecaller user" and its like. */
	deliveryFailureStatus: number;
	/** [D2a] §8 C17 prints a refused record as a sample of the *200* answer. */
	invalidRecordStatus: number;
	/** [D2a] flat, [D2b] statusInfo, [D3][D4][S] status_info: §8 C2. */
	dialect: 'status_info' | 'statusInfo' | 'flat';
	/** [U] §8 C4: whether real-time v2 would let a `+` through. */
	realTimeAcceptsPlus: boolean;
	/** [U] §1.2: no such header is documented; when sent, it tells the true wait. */
	retryAfter: 'none' | 'seconds' | 'date';
	/** How many dynamic labels the demo account has; `null` is the built-in dozen. */
	labelCount: number | null;
	limits: LimitSettings;
};

export type SettingsChange = Partial<Omit<Settings, 'limits'>> & {
	limits?: Partial<LimitSettings>;
};

export const defaultSettings = (): Settings => ({
	latencyMs: 0,
	loginDelayMs: 0,
	newLoginEndsFormerToken: false,
	legacyBadToken: false,
	deliveryFailureStatus: 400,
	invalidRecordStatus: 400,
	dialect: 'status_info',
	realTimeAcceptsPlus: false,
	retryAfter: 'none',
	labelCount: null,
	limits: {
		enforced: true,
		loginsPerWindow: LIMITS.loginsPerWindow,
		loginWindowMs: LIMITS.loginWindowMs,
		tokenLifeMs: LIMITS.tokenLifeMs,
		realTimeCallsPerWindow: LIMITS.realTimeCallsPerWindow,
		realTimeWindowMs: LIMITS.realTimeWindowMs,
		labelsPerPage: LIMITS.labelsPerPage,
	},
});

const anyAmount = wholeNumber(0, Number.MAX_SAFE_INTEGER);
/** More would only burn memory: each is built. */
const MOST_LABELS = 100_000;

const LIMIT_REQUIREMENTS: Record<keyof LimitSettings, Requirement> = {
	enforced: yesOrNo,
	loginsPerWindow: anyAmount,
	loginWindowMs: anyAmount,
	tokenLifeMs: anyAmount,
	realTimeCallsPerWindow: anyAmount,
	realTimeWindowMs: anyAmount,
	labelsPerPage: wholeNumber(1, MOST_LABELS),
};

const REQUIREMENTS: Record<keyof Settings, Requirement> = {
	latencyMs: waitMs,
	loginDelayMs: waitMs,
	newLoginEndsFormerToken: yesOrNo,
	legacyBadToken: yesOrNo,
	deliveryFailureStatus: httpStatus,
	invalidRecordStatus: httpStatus,
	dialect: oneOf('status_info', 'statusInfo', 'flat'),
	realTimeAcceptsPlus: yesOrNo,
	retryAfter: oneOf('none', 'seconds', 'date'),
	labelCount: either(wholeNumber(0, MOST_LABELS), oneOf(null)),
	limits: (value) => {
		requireFields('limits', value, LIMIT_REQUIREMENTS);
		return undefined;
	},
};

/** Refuses, in plain words, names and values the sandbox does not have. */
export function assertSettingsChange(value: unknown): asserts value is SettingsChange {
	requireFields('the settings', value, REQUIREMENTS);
}

export const mergeSettings = (current: Settings, change: SettingsChange): Settings => ({
	...current,
	...change,
	limits: { ...current.limits, ...change.limits },
});
