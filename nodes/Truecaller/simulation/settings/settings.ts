import { defaultBatchSettings } from './batches';
import type { BatchSettings } from './batches';
import { defaultDialectSettings } from './dialects';
import type { DialectSettings } from './dialects';
import { defaultLimits } from './limits';
import type { LimitSettings } from './limits';
import { defaultNumberSettings } from './numbers';
import type { NumberSettings } from './numbers';

/** Settings for logins and calls, where the documentation is silent or contradicts itself. */
export type CallSettings = {
	/** [U] §10.7: it is not documented whether a new token ends the old one. */
	newLoginEndsFormerToken: boolean;
	/** [D4] §8 C18: a bad token once came back as HTTP 500 "Failed to parse token". */
	legacyBadToken: boolean;
	/** [U] §10.3: the HTTP status of "not a Truecaller user" and similar refusals. */
	deliveryFailureStatus: number;
	/** [D2a] §8 C17 documents a refused record as a sample of the *200* answer. */
	invalidRecordStatus: number;
	/** [D2a] flat, [D2b] statusInfo, [D3][D4][S] status_info: §8 C2. */
	dialect: 'status_info' | 'statusInfo' | 'flat';
	/** [U] §8 C4: whether real-time v2 accepts a `+`. */
	realTimeAcceptsPlus: boolean;
	/** Number of dynamic labels of the demo account; `null` means the built-in 12. */
	labelCount: number | null;
	/**
	 * Routes that answer 404 as if they did not exist; `v1`, `v2` or `v3` stands for all routes of a
	 * version: §8 C8.
	 */
	missingRoutes: string[];
};

/**
 * All settings of the model. Settings that only a server has (latency, headers, webhooks) are in
 * the sandbox.
 */
export type ModelSettings = CallSettings &
	BatchSettings &
	NumberSettings &
	DialectSettings & { limits: LimitSettings };

export const defaultModelSettings = (): ModelSettings => ({
	newLoginEndsFormerToken: false,
	legacyBadToken: false,
	deliveryFailureStatus: 400,
	invalidRecordStatus: 400,
	dialect: 'status_info',
	realTimeAcceptsPlus: false,
	labelCount: null,
	missingRoutes: [],
	...defaultBatchSettings(),
	...defaultNumberSettings(),
	...defaultDialectSettings(),
	limits: defaultLimits(),
});
