import { BATCH_REQUIREMENTS, defaultBatchSettings } from './batchSettings';
import type { BatchSettings } from './batchSettings';
import { LIMIT_REQUIREMENTS, defaultLimits } from './limitSettings';
import type { LimitSettings } from './limitSettings';
import { NUMBER_REQUIREMENTS, defaultNumberSettings } from './numberSettings';
import type { NumberSettings } from './numberSettings';
import {
	either,
	httpStatus,
	listOf,
	oneOf,
	requireFields,
	waitMs,
	wholeNumber,
	yesOrNo,
} from './requirements';
import type { Requirement } from './requirements';
import { WEBHOOK_REQUIREMENTS, defaultWebhookSettings } from './webhookSettings';
import type { WebhookSettings } from './webhookSettings';

/** Where the documents are silent or disagree, the sandbox has a switch. README.md explains each. */
type GeneralSettings = {
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
	/** Routes, or the versioned routes of `v1`, `v2` or `v3`, that are 404 as if they did not exist: §8 C8. */
	missingRoutes: string[];
};

export type Settings = GeneralSettings &
	BatchSettings &
	NumberSettings &
	WebhookSettings & { limits: LimitSettings };

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
	missingRoutes: [],
	...defaultBatchSettings(),
	...defaultNumberSettings(),
	...defaultWebhookSettings(),
	limits: defaultLimits(),
});

/** More would only burn memory: each is built. */
const MOST_LABELS = 100_000;

const generalRequirements = (
	routes: readonly string[],
): Record<keyof GeneralSettings, Requirement> => ({
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
	missingRoutes: listOf('v1', 'v2', 'v3', ...routes),
});

const requirements = (routes: readonly string[]): Record<keyof Settings, Requirement> => ({
	...generalRequirements(routes),
	...BATCH_REQUIREMENTS,
	...NUMBER_REQUIREMENTS,
	...WEBHOOK_REQUIREMENTS,
	limits: (value) => {
		requireFields('limits', value, LIMIT_REQUIREMENTS);
		return undefined;
	},
});

/** Refuses, in plain words, names and values the sandbox does not have. */
export function assertSettingsChange(
	value: unknown,
	routes: readonly string[],
): asserts value is SettingsChange {
	requireFields('the settings', value, requirements(routes));
}

export const mergeSettings = (current: Settings, change: SettingsChange): Settings => ({
	...current,
	...change,
	limits: { ...current.limits, ...change.limits },
});
