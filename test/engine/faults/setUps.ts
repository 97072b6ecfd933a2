import type { IDataObject, INode } from 'n8n-workflow';

import { customers, personaliseCall } from '../../support/calls';
import type { Stage } from '../../support/sandbox';
import type { Route } from './expected/cells';
import type { Oddities } from './faults';

/** How a route is set up: which calls of the sandbox meet the fault, and which node makes them of which three items. */
export type SetUp = Oddities & {
	/** The route of the sandbox whose calls meet the fault and are counted. */
	readonly watched: string;
	/** So many of these calls go through first. */
	readonly passes: number;
	readonly parameters: INode['parameters'];
	readonly items: readonly IDataObject[];
	/** Makes the world ready, and returns other items where they are only known then. */
	readonly prepare?: (stage: Stage) => Promise<readonly IDataObject[] | undefined>;
	/** A row of the output in a few words. */
	readonly tell: (json: IDataObject) => string;
	/** What happens when the first of the watched calls has come. With it, a connection is refused only from then on. */
	readonly afterFirst?: (stage: Stage) => void;
	/** What a run leaves undone where nothing of it may be done. */
	readonly isUntouched?: (stage: Stage) => boolean;
};

const tellOutcome = ({ outcome, reason }: IDataObject): string =>
	typeof reason === 'string' ? `${String(outcome)}/${reason}` : String(outcome);

const PEOPLE = customers('9876540000', '9876540010', '9876540020');

const NO_VERDICT = { status_info: { status: 1, message: ['no'] } };
const BAD_INPUT = { slug: 'invalid-input', message: 'the request is invalid' };
const OWN_FAULT = { slug: 'internal-server-error', message: 'Internal system errors' };
const BATCH_NOT_FOUND = {
	status_info: { status: 'error', field: 'batchId', message: 'batch not found' },
};
const BAD_BATCH = {
	status_info: {
		status: 'error',
		field: 'call_records',
		message: 'Request body is invalid: call_records is empty',
	},
};

const oneCall = (apiVersion: 'v2' | 'v1'): SetUp => ({
	watched: apiVersion === 'v2' ? 'realTimeV2' : 'realTimeV1',
	passes: 1,
	// Longer than all repeats take on a busy machine.
	parameters: personaliseCall({}, { apiVersion, timeLimit: 60_000 }),
	items: PEOPLE,
	tell: tellOutcome,
	errorInside:
		apiVersion === 'v2'
			? { status_info: { status: 'error', message: 'Failed to push' } }
			: BAD_INPUT,
	wrongTypes: NO_VERDICT,
});

type Version = 'v3' | 'v2' | 'v1';

const bulk = (apiVersion: Version, more: INode['parameters'] = {}): SetUp => ({
	watched: `batch${apiVersion.toUpperCase()}`,
	passes: 0,
	parameters: personaliseCall({ operation: 'personaliseBulk', ...more }, { apiVersion }),
	items: PEOPLE,
	tell: tellOutcome,
	errorInside: apiVersion === 'v1' ? BAD_INPUT : BAD_BATCH,
	wrongTypes: { batch_id: 17, status: true, message: 5 },
});

const ofStatus = (apiVersion: Version) => ({
	watched: `batch${apiVersion.toUpperCase()}Status`,
	passes: 1,
	errorInside:
		apiVersion === 'v1' ? { slug: 'not-found-error', message: 'batch not found' } : BATCH_NOT_FOUND,
	wrongTypes: { data: { 0: 'pushed' } },
});

/** On the sandbox's clock, so that a batch settles between two questions however slow the machine is. */
const A_MINUTE = 60_000;

const waiting = (apiVersion: Version): SetUp => ({
	...bulk(apiVersion, { waitUntilFinished: true, maxWait: 10 }),
	...ofStatus(apiVersion),
	prepare: async ({ sandbox }) => {
		sandbox.control.settings({ batchSettleMs: A_MINUTE });
		return undefined;
	},
	afterFirst: ({ sandbox }) => void sandbox.control.advanceClock(A_MINUTE),
	isUntouched: ({ sandbox }) =>
		sandbox.control.received(`batch${apiVersion.toUpperCase()}`).length === 1,
});

const getStatus = (apiVersion: Version): SetUp => ({
	...ofStatus(apiVersion),
	parameters: {
		resource: 'batch',
		operation: 'getStatus',
		batchId: '={{ $json.batchId }}',
		options: { apiVersion },
	},
	items: [],
	prepare: async ({ sandbox, engine }) => {
		sandbox.control.settings({ batchSettleMs: 0 });
		const { items } = await engine.runNode({
			parameters: bulk(apiVersion).parameters,
			items: PEOPLE.slice(0, 1),
		});
		const batchId = items[0]?.json.batchId;
		// Without a token of its own the run sends its first call alone.
		Object.assign(engine.credentials.stored, { accessToken: '', tokenIssuedAt: 0 });
		return PEOPLE.map((): IDataObject => ({ batchId }));
	},
	tell: tellOutcome,
});

const FIRST_SET = 'f5f5f5f5-0000-4000-8000-000000000006';
const SECOND_SET = 'f5f5f5f5-0000-4000-8000-000000000007';
const ALREADY: Readonly<Record<string, string>> = {
	[FIRST_SET]: '912268020050',
	[SECOND_SET]: '912268020060',
};
const NUMBERS: readonly IDataObject[] = [
	{ set: FIRST_SET, phone: '022 6802 0010' },
	{ set: SECOND_SET, phone: '022 6802 0020' },
	{ set: SECOND_SET, phone: '022 6802 0030' },
];

/** Empties both feature sets, and puts numbers there: the others of a sync, or those that are to be taken off. */
const seed = async (
	{ sandbox: { control } }: Stage,
	listed: (set: string) => readonly string[],
): Promise<undefined> => {
	control.settings({ listingMs: 0, delistingMs: 0 });
	for (const featureSetId of [FIRST_SET, SECOND_SET]) {
		control.seedNumbers({
			featureSetId,
			phoneNumbers: control.numbers(featureSetId).map(({ phoneNumber }) => phoneNumber),
			state: 'absent',
		});
		control.seedNumbers({ featureSetId, phoneNumbers: [...listed(featureSetId)], state: 'listed' });
	}
};

const digitsIn = (set: string) =>
	NUMBERS.filter((item) => item.set === set).map(
		({ phone }) => `91${String(phone).replace(/\D/g, '').slice(1)}`,
	);

const numbers = (operation: 'list' | 'delist' | 'sync'): SetUp => ({
	watched: operation === 'delist' ? 'delist' : 'publish',
	passes: 1,
	parameters: {
		resource: 'number',
		operation,
		...(operation === 'sync' ? { mode: 'apply' } : {}),
		featureSet: { __rl: true, mode: 'id', value: '={{ $json.set }}' },
		phoneNumbers: '={{ $json.phone }}',
		options: { defaultCountry: 'IN', ...(operation === 'sync' ? { maxRemovals: 10 } : {}) },
	},
	items: NUMBERS,
	prepare: async (stage) => await seed(stage, operation === 'delist' ? digitsIn : () => []),
	tell: ({ action, result }) => [action, result].filter((word) => word !== undefined).join(' '),
	errorInside: { slug: 'invalid-input', message: 'phone_numbers is invalid' },
	wrongTypes: { status: 1, new_numbers: 'all' },
});

const live = (stage: Stage, set: string): string[] =>
	stage.sandbox.control.numbers(set).map(({ phoneNumber }) => phoneNumber);

const sync = (watched: string, more: Partial<SetUp> = {}): SetUp => ({
	...numbers('sync'),
	watched,
	prepare: async (stage) => await seed(stage, (set) => [ALREADY[set] ?? '']),
	// Whatever fails on the way: nothing is taken off before what is wanted was listed.
	isUntouched: (stage) => live(stage, SECOND_SET).includes(ALREADY[SECOND_SET] ?? ''),
	...more,
});

const getMany = (resource: string, watched: string, wrongTypes: unknown): SetUp => ({
	watched,
	passes: 1,
	parameters: { resource, operation: 'getMany', limit: 2 },
	items: [{}, {}, {}],
	tell: ({ id, phone_number: number }) => (typeof (id ?? number) === 'string' ? 'row' : 'no row'),
	errorInside: OWN_FAULT,
	wrongTypes,
});

/** A login is needed before the first call, so that all three items meet the fault. */
const login = (of: SetUp): SetUp => ({
	...of,
	watched: 'token',
	passes: 0,
	errorInside: { slug: 'authorization-error', message: 'invalid key_id or api_key' },
	wrongTypes: { token: 5, created_at: [] },
});

export const SET_UPS: Readonly<Record<Route, SetUp>> = {
	'personalise v2': oneCall('v2'),
	'personalise v1': oneCall('v1'),
	'personaliseBulk v3': bulk('v3'),
	'personaliseBulk v2': bulk('v2'),
	'personaliseBulk v1': bulk('v1'),
	'waiting for a batch v3': waiting('v3'),
	'waiting for a batch v2': waiting('v2'),
	'waiting for a batch v1': waiting('v1'),
	'batch.getStatus v3': getStatus('v3'),
	'batch.getStatus v2': getStatus('v2'),
	'batch.getStatus v1': getStatus('v1'),
	'number.list': numbers('list'),
	'number.delist': numbers('delist'),
	'number.sync, reading': sync('numbers', {
		errorInside: OWN_FAULT,
		wrongTypes: { numbers: [{ phone_number: null, status: 7 }], pagination_information: 'none' },
	}),
	'number.sync, listing': sync('publish'),
	'number.sync, delisting': sync('delist', { isUntouched: undefined }),
	'number.getMany': getMany('number', 'numbers', { numbers: [1, 'two', null] }),
	'featureSet.getMany': getMany('featureSet', 'featureSets', { feature_sets: [1, 'two', null] }),
	'label.getMany': getMany('label', 'labels', [{ id: 7, name: null }]),
	'account.checkSetup': {
		watched: 'labels',
		passes: 0,
		parameters: { resource: 'account', operation: 'checkSetup' },
		items: [{}, {}, {}],
		tell: ({ result }) => String(result),
		errorInside: OWN_FAULT,
		wrongTypes: [{ id: 7, name: null }],
	},
	'login for personalise': login(oneCall('v2')),
	'login for personaliseBulk': login(bulk('v3')),
	'login for number.list': login(numbers('list')),
	'login for label.getMany': login(getMany('label', 'labels', [])),
};
