import fc from 'fast-check';

import type { SettingsChange } from '../../sandbox/settings/settings';
import type { Sandbox } from '../../sandbox/server';

/** One way in which an account may depart from the newest pages, and words that tell a client so. */
type Departure = {
	/** The row of docs/api-notes.md. */
	readonly row: string;
	readonly settings: readonly SettingsChange[];
	readonly words: ReadonlyArray<SettingsChange['formWords']>;
};

/** Every contradiction that a client can answer, as the model speaks it. */
export const DEPARTURES = {
	callNumbers: {
		row: 'C4',
		settings: [{ callNumbers: 'withPlus' }, { callNumbers: 'withoutPlus' }],
		words: [
			{},
			{ plus: '{field} must be a valid phone number in E.164 format' },
			{ plus: '{field}: please check the + of the number' },
			{ plus: '{field} has an invalid format' },
		],
	},
	listedNumbers: { row: 'C4', settings: [{ listedNumbers: 'withPlus' }], words: [{}] },
	recordNames: {
		row: 'C1',
		settings: [{ recordNames: 'former' }],
		words: [{}, { names: 'unknown field {field}' }, { names: 'Unrecognized key: "{field}"' }],
	},
	labelName: {
		row: 'C6',
		settings: [{ labelNameRequired: true }],
		words: [{}, { labelName: 'missing {field}' }, { labelName: '{field} cannot be blank' }],
	},
	times: {
		row: 'C19',
		settings: [{ recordTimes: 'seconds' }],
		words: [{}, { times: '{field} must be epoch seconds' }],
	},
	phoneNumbers: {
		row: 'C10',
		settings: [{ phoneNumbersAs: 'text' }],
		words: [{}, { phoneNumbers: 'phone_numbers should be of type string' }],
	},
	versions: {
		row: 'C8',
		settings: [
			{ missingRoutes: ['batchV3', 'batchV3Status'] },
			{ missingRoutes: ['batchV3'] },
			{ missingRoutes: ['batchV3Status'] },
			{ missingRoutes: ['batchV3', 'batchV3Status'], missingRouteStatus: 405 },
		],
		words: [{}],
	},
	accept: { row: '§1.1', settings: [{ requiredHeaders: ['accept'] }], words: [{}] },
	contentType: { row: '§1.1', settings: [{ requiredHeaders: ['contentType'] }], words: [{}] },
	publicAccess: { row: 'C13', settings: [{ requiredHeaders: ['publicAccess'] }], words: [{}] },
} as const satisfies Readonly<Record<string, Departure>>;

export type DepartureName = keyof typeof DEPARTURES;

const HEADERS = new Set<DepartureName>(['accept', 'contentType', 'publicAccess']);

/** A combination of departures, and what of it a request can meet. */
export type Combination = {
	readonly names: readonly DepartureName[];
	readonly settings: SettingsChange;
};

/** Returns the settings of several departures together. */
export const combine = (
	parts: ReadonlyArray<{
		name: DepartureName;
		settings: SettingsChange;
		words?: SettingsChange['formWords'];
	}>,
	more: SettingsChange = {},
): Combination => ({
	names: parts.map(({ name }) => name),
	settings: Object.assign({}, ...parts.map(({ settings }) => settings), more, {
		requiredHeaders: parts.map(({ name }) => name).filter((name) => HEADERS.has(name)),
		formWords: Object.assign({}, ...parts.map(({ words }) => words ?? {})),
	}) as SettingsChange,
});

const NAMES = Object.keys(DEPARTURES) as DepartureName[];

/** Any combination of departures, in any of the words. */
export const combinations: fc.Arbitrary<Combination> = fc
	.subarray(NAMES)
	.chain((names) =>
		fc.tuple(
			fc.tuple(
				...names.map((name) =>
					fc.record({
						name: fc.constant(name),
						settings: fc.constantFrom<SettingsChange>(...DEPARTURES[name].settings),
						words: fc.constantFrom<SettingsChange['formWords']>(...DEPARTURES[name].words),
					}),
				),
			),
			fc.record({
				formWordsWithField: fc.boolean(),
				invalidRecordStatus: fc.constantFrom(400, 422, 200),
				dialect: fc.constantFrom<'flat' | 'status_info' | 'statusInfo'>(
					'flat',
					'status_info',
					'statusInfo',
				),
				batchWithBadRecord: fc.constant<'refused'>('refused'),
			}),
		),
	)
	.map(([parts, more]) => combine(parts, more));

/** All departures at once: the account that nobody hopes for. */
export const LEAST_FAVOURABLE: Combination = combine(
	NAMES.map((name) => ({
		name,
		// v3, where the documentation writes a +, is the version that is missing.
		settings: name === 'callNumbers' ? { callNumbers: 'withPlus' } : DEPARTURES[name].settings[0],
	})),
	{ batchWithBadRecord: 'refused' },
);

/** Requests that reached the wire, but for logins. */
export const requestsOf = ({ control }: Pick<Sandbox, 'control'>) =>
	control.received().filter(({ route }) => route !== 'token');
