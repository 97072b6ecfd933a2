import type { ModelSettings } from '../../settings/settings';
import type { Judge } from '../calls/callRecord';

export type BatchVersion = 'v1' | 'v2' | 'v3';

/** The version is part of the path; v1 has no prefix. [D3][D4] */
export const PATH_PREFIX: Readonly<Record<BatchVersion, string>> = {
	v1: '',
	v2: '/v2',
	v3: '/v3',
};

/** §8 C4: [D1] v1 without `+`, [D3] v2 without (its sample has one with), [D4b] v3 with `+`. */
export const plusIn = (version: BatchVersion, settings: ModelSettings): Judge['plus'] => {
	const rules: Readonly<Record<BatchVersion, Judge['plus']>> = {
		v1: 'never',
		v2: settings.batchV2AcceptsPlus ? 'either' : 'never',
		v3: settings.batchV3AcceptsNoPlus ? 'either' : 'always',
	};
	return rules[version];
};
