import type { LimitSettings } from '../../nodes/Truecaller/simulation/settings/limits';
import { defaultModelSettings } from '../../nodes/Truecaller/simulation/settings/settings';
import type { ModelSettings } from '../../nodes/Truecaller/simulation/settings/settings';
import { requireFields } from '../requirements';
import type { Requirement } from '../requirements';
import { BATCH_REQUIREMENTS } from './batches';
import { callRequirements } from './calls';
import { DIALECT_REQUIREMENTS } from './dialects';
import { LIMIT_REQUIREMENTS } from './limits';
import { NUMBER_REQUIREMENTS } from './numbers';
import { SERVER_REQUIREMENTS, defaultServerSettings } from './server';
import type { ServerSettings } from './server';

/**
 * All settings of the sandbox: those of the model and those of the server. README.md explains each.
 */
export type Settings = ModelSettings & ServerSettings;

export type SettingsChange = Partial<Omit<Settings, 'limits'>> & {
	limits?: Partial<LimitSettings>;
};

export const defaultSettings = (): Settings => ({
	...defaultServerSettings(),
	...defaultModelSettings(),
});

const requirements = (routes: readonly string[]): Record<keyof Settings, Requirement> => ({
	...SERVER_REQUIREMENTS,
	...callRequirements(routes),
	...BATCH_REQUIREMENTS,
	...NUMBER_REQUIREMENTS,
	...DIALECT_REQUIREMENTS,
	limits: (value) => {
		requireFields('limits', value, LIMIT_REQUIREMENTS);
		return undefined;
	},
});

/** Throws an error with a clear message for unknown names and invalid values. */
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
