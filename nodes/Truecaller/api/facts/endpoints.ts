/** One kind of request. Versions differ from one to another, so the version is part of the path. */
export type Endpoint<Path extends string = string> = {
	readonly method: 'GET' | 'POST';
	/** `{account}` stands for the Client Account ID, which `toUrl` fills in; `withParams` fills in the others. */
	readonly path: Path;
	/**
	 * True if the request may be sent again when no answer came, because a second one changes
	 * nothing.
	 */
	readonly repeatable: boolean;
	/** The rate limit of the account that this request counts against. */
	readonly pace?: 'realTime' | 'batch';
};

/** The names in braces in a path, except `{account}`. */
type ParamOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? Exclude<Name, 'account'> | ParamOf<Rest>
	: never;

/**
 * Creates the row of a path with further parameters, such as `/clients/{account}/labels/{label}`.
 */
const withParams =
	<Path extends string>(endpoint: Endpoint<Path>) =>
	(params: Readonly<Record<ParamOf<Path>, string>>): Endpoint => ({
		...endpoint,
		path: Object.entries<string>(params).reduce<string>(
			(path, [name, value]) => path.replace(`{${name}}`, encodeURIComponent(value.trim())),
			endpoint.path,
		),
	});

/** Every kind of request that has one version. Those with several versions follow below. */
export const ENDPOINTS = {
	/** [D3][D4] getting-started/generate-access-token */
	login: { method: 'POST', path: '/clients/{account}/token', repeatable: false },
	/** [S][D3] call-personalisation/details-of-dynamic-label */
	getLabels: { method: 'GET', path: '/clients/{account}/labels', repeatable: true },
	/** [D3] number-management/feature-set-id */
	getFeatureSets: {
		method: 'GET',
		path: '/clients/{account}/number_management/feature_sets',
		repeatable: true,
	},
	/** [D4] number-management/number-details */
	getNumbers: {
		method: 'GET',
		path: '/clients/{account}/number_management/numbers',
		repeatable: true,
	},
	/** [D3][D4] number-management/list-number */
	listNumbers: withParams({
		method: 'POST',
		path: '/clients/{account}/number_management/feature_sets/{featureSet}/numbers/publish',
		repeatable: false,
	}),
	/** [D3] number-management/delist-number */
	delistNumbers: withParams({
		method: 'POST',
		path: '/clients/{account}/number_management/feature_sets/{featureSet}/numbers/delist',
		repeatable: false,
	}),
} as const satisfies Readonly<Record<string, Endpoint | ((params: never) => Endpoint)>>;

/** A kind of request whose path and record form differ from version to version. */
export type Versioned<Version extends string> = Readonly<Record<Version, Endpoint & RecordForm>>;

/** How a version writes a call record: numbers with a leading `+` (docs/api-notes.md, C4), and v1's names of the fields (C1). */
export type RecordForm = { readonly plus: boolean; readonly formerNames: boolean };

const CURRENT = { plus: false, formerNames: false } as const;
const WITH_PLUS = { plus: true, formerNames: false } as const;
const FORMER = { plus: false, formerNames: true } as const;

const realTime = { method: 'POST', repeatable: false, pace: 'realTime' } as const;
/**
 * Personalise one call. v2: [D3][D4] call-personalisation-real-time-v2; v1: [D1][D3]
 * post-call-personalisation, deprecated.
 */
export const PERSONALISE_CALL: Versioned<'v2' | 'v1'> = {
	v2: { ...realTime, ...CURRENT, path: '/v2/clients/{account}/dynamic_call_record' },
	v1: { ...realTime, ...FORMER, path: '/clients/{account}/dynamic_call_record' },
};

/** The versions of the request that personalises one call, newest first. */
export const CALL_VERSIONS = ['v2', 'v1'] as const;

/** The versions of the batch requests, newest first. */
export const BATCH_VERSIONS = ['v3', 'v2', 'v1'] as const;
export type BatchVersion = (typeof BATCH_VERSIONS)[number];

const batch = { method: 'POST', repeatable: false, pace: 'batch' } as const;
/**
 * Personalise a batch of calls. v3: [D4b] call-personalisation-batch-v3; v2: [D2][D3] …-batch-v2;
 * v1: [D1][D3] post-call-personalisation-bulk, deprecated.
 */
export const PERSONALISE_BATCH: Versioned<BatchVersion> = {
	v3: { ...batch, ...WITH_PLUS, path: '/v3/clients/{account}/dynamic_call_records' },
	v2: { ...batch, ...CURRENT, path: '/v2/clients/{account}/dynamic_call_records' },
	v1: { ...batch, ...FORMER, path: '/clients/{account}/dynamic_call_records' },
};

/**
 * Returns the endpoint of a batch's status: the path of the batch, with `?batchId=`. [D4b]
 * …-batch-v3-status, [D2][D3] …-v2-status, [D1][D3] get-batch-status
 */
export const getBatchStatus = (version: BatchVersion): Endpoint => ({
	method: 'GET',
	path: PERSONALISE_BATCH[version].path,
	repeatable: true,
});

/** The default Base URL. [D1][D3][D4] */
export const DEFAULT_BASE_URL = 'https://enterprise-portal-noneu.truecaller.com';

/**
 * Returns the full URL of a request. Base URL may end in slashes, and both values may have spaces
 * around them.
 */
export const toUrl = (endpoint: Endpoint, baseUrl: string, clientAccountId: string): string =>
	baseUrl.trim().replace(/\/+$/, '') +
	endpoint.path.replace('{account}', encodeURIComponent(clientAccountId.trim()));
