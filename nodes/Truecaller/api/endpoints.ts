/** One call of the service. Versions differ from call to call, so the version is part of the path. */
export type Endpoint = {
	readonly method: 'GET' | 'POST';
	/** `{account}` stands for the Client Account ID, `{featureSet}` for the ID of a feature set. */
	readonly path: string;
	/** May be sent again when no answer came: true only where a second one changes nothing. */
	readonly repeatable: boolean;
	/** The pace of the account that this call counts against. */
	readonly pace?: 'realTime' | 'batch';
	/** Are phone numbers written with a leading `+` here? (docs/api-notes.md, C4) */
	readonly plus?: boolean;
};

/** Every call that the pack makes: one row each. */
export const ENDPOINTS = {
	/** [D3][D4] getting-started/generate-access-token */
	login: { method: 'POST', path: '/clients/{account}/token', repeatable: false },
	/** [S][D3] call-personalisation/details-of-dynamic-label */
	getLabels: { method: 'GET', path: '/clients/{account}/labels', repeatable: true },
	/** [D3][D4] call-personalisation/call-personalisation-real-time-v2 */
	personaliseCall: {
		method: 'POST',
		path: '/v2/clients/{account}/dynamic_call_record',
		repeatable: false,
		pace: 'realTime',
		plus: false,
	},
	/** [D4b] call-personalisation/call-personalisation-batch-v3 */
	personaliseBatch: {
		method: 'POST',
		path: '/v3/clients/{account}/dynamic_call_records',
		repeatable: false,
		pace: 'batch',
		plus: true,
	},
	/** [D4b] call-personalisation/call-personalization-batch-v3-status */
	getBatchStatus: { method: 'GET', path: '/v3/clients/{account}/dynamic_call_records', repeatable: true },
	/** [D3] number-management/feature-set-id */
	getFeatureSets: { method: 'GET', path: '/clients/{account}/number_management/feature_sets', repeatable: true },
	/** [D4] number-management/number-details */
	getNumbers: { method: 'GET', path: '/clients/{account}/number_management/numbers', repeatable: true },
	/** [D3][D4] number-management/list-number */
	listNumbers: {
		method: 'POST',
		path: '/clients/{account}/number_management/feature_sets/{featureSet}/numbers/publish',
		repeatable: false,
		plus: false,
	},
	/** [D3] number-management/delist-number */
	delistNumbers: {
		method: 'POST',
		path: '/clients/{account}/number_management/feature_sets/{featureSet}/numbers/delist',
		repeatable: false,
		plus: false,
	},
} as const satisfies Readonly<Record<string, Endpoint>>;

/** The address for people who have not changed Base URL. [D1][D3][D4] */
export const DEFAULT_BASE_URL = 'https://enterprise-portal-noneu.truecaller.com';

/** The full address of a call; Base URL may end in slashes, and the values may carry stray spaces. */
export const toUrl = (endpoint: Endpoint, baseUrl: string, clientAccountId: string, featureSetId = ''): string =>
	baseUrl.trim().replace(/\/+$/, '') +
	endpoint.path
		.replace('{account}', encodeURIComponent(clientAccountId.trim()))
		.replace('{featureSet}', encodeURIComponent(featureSetId.trim()));
