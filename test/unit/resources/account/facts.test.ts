import fc from 'fast-check';

import { ENDPOINTS } from '../../../../nodes/Truecaller/api/facts/endpoints';
import type { Endpoint } from '../../../../nodes/Truecaller/api/facts/endpoints';
import { PACK_VERSION } from '../../../../nodes/Truecaller/api/facts/version';
import { readAnswer } from '../../../../nodes/Truecaller/api/reading/answer';
import { tellFacts } from '../../../../nodes/Truecaller/resources/account/facts/facts';
import { makeChecks } from '../../../../nodes/Truecaller/resources/account/allChecks';
import type { Api } from '../../../../nodes/Truecaller/api/request';
import { createStrict } from '../../../support/strict';
import { version } from '../../../../package.json';

const SECRETS = [
	'aaaaaaaa-1111-4111-8111-111111111111',
	'a4p0pZ2x3aEk9TYGxPZldm0qvWQknTXTINPZxNpIZ32yWmiOFtGqv2mEU7nJlQO6',
	'+919876543210',
	'919876543210',
	'098765 43210',
	'asha.rao@example.com',
	'Asha Rao',
	'Asha Rao, 12 MG Road',
	'https://example.com/logos/17.png',
] as const;
const NUMBER = 919_876_543_210;

const ROUTES: readonly Endpoint[] = Object.values(ENDPOINTS).map((endpoint) =>
	typeof endpoint === 'function' ? endpoint({ featureSet: 'any' }) : endpoint,
);

const factsOf = (endpoint: Endpoint, status: number, body: unknown) =>
	JSON.stringify(
		tellFacts([
			{
				endpoint,
				reply: readAnswer(status, JSON.stringify(body), undefined, 0),
				durationMs: 12,
			},
		]),
	);

const expectNoneIn = (text: string): void => {
	for (const secret of SECRETS) expect(text).not.toContain(secret);
	expect(text).not.toMatch(/\d{5}/);
};

/** Every field that is known of the answers, in the nesting that it comes in. */
const filledWith = (value: unknown): unknown[] => {
	const row = Object.fromEntries(
		[
			'id name status label_type phone_type phone_number call_me_back feature_set_name label_name',
			'created_by_email client_account_id created_at updated_at logo_url slug message field',
		]
			.flatMap((names) => names.split(' '))
			.map((name) => [name, value]),
	);
	return [
		[row],
		{ feature_sets: [row] },
		{ numbers: [row], pagination_information: { total_page_count: value } },
		{ data: [{ ...row, status_info: row }] },
		row,
		{ status_info: row },
		{ statusInfo: row },
		{ message: value },
		{ [String(value)]: value, numbers: { [String(value)]: row } },
		value,
	];
};

describe('the facts of a bug report', () => {
	it.each([...SECRETS, NUMBER])('hold no value of any field: %s', (secret) => {
		for (const endpoint of ROUTES)
			for (const status of [200, 400, 403, 500])
				for (const body of filledWith(secret)) expectNoneIn(factsOf(endpoint, status, body));
	});

	it('hold no value of any answer, whatever its form', () => {
		const telling = fc.oneof(fc.constantFrom(...SECRETS), fc.constant(NUMBER));
		const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
			tree: fc.oneof(
				{ maxDepth: 4 },
				telling,
				fc.array(tie('tree'), { maxLength: 3 }),
				fc.dictionary(
					fc.oneof(
						fc.constantFrom(...SECRETS),
						fc.constantFrom('status', 'label_type', 'numbers', 'slug', 'status_info'),
					),
					tie('tree'),
					{ maxKeys: 4 },
				),
			),
		}));
		fc.assert(
			fc.property(fc.constantFrom(...ROUTES), fc.constantFrom(200, 400), tree, (...answer) =>
				expectNoneIn(factsOf(...answer)),
			),
			{ numRuns: 500 },
		);
	});

	it('name the route, the form, the fields with their types, and the words that nobody knows', () => {
		const body = {
			numbers: [
				{ phone_number: '919876543210', status: 'listed', verified: true, score: null },
				{ phone_number: '919876543211', status: 'frozen', tags: [], score: 1.5 },
				{ phone_number: '919876543212', status: '919876543212' },
			],
			pagination_information: { total_page_count: 8 },
		};
		const reply = readAnswer(201, JSON.stringify(body), undefined, 0);
		const { details } = tellFacts([{ endpoint: ENDPOINTS.getNumbers, reply, durationMs: 12 }]);
		expect(details).toEqual({
			packVersion: PACK_VERSION,
			n8nVersion: null,
			dialects: [],
			requests: [
				{
					method: 'GET',
					route: '/clients/{account}/number_management/numbers',
					status: 201,
					failure: null,
					dialect: 'object',
					fields: [
						'numbers: array',
						'numbers[]: object',
						'numbers[].phone_number: string',
						'numbers[].status: string',
						'numbers[].verified: boolean',
						'numbers[].score: null or number',
						'numbers[].tags: empty array',
						'pagination_information: object',
						'pagination_information.total_page_count: integer',
					],
					unknownWords: ['status: frozen', 'status: (no plain word)'],
					readByGuess: [],
					durationMs: 12,
				},
			],
		});
	});

	it('count the words and lists that are read by guess, because no page prints them', () => {
		const numbers = ['listed', 'listing', 'delisting', 'Listing', 'frozen'].map((status) => ({
			status,
			call_me_back: 'disabled',
		}));
		const reply = readAnswer(200, JSON.stringify({ numbers }), undefined, 0);
		const { details } = tellFacts([{ endpoint: ENDPOINTS.getNumbers, reply, durationMs: 1 }]);
		expect(details?.requests).toMatchObject([
			{
				readByGuess: [
					'call_me_back read as false: 5',
					'status read as listing: 2',
					'status read as delisting: 1',
				],
			},
		]);
	});

	it.each([
		[{ slug: 'quota-error', message: 'no' }, 'slug', ['slug: quota-error']],
		[{ status_info: { status: 'error', message: 'no' } }, 'status_info', []],
		[{ statusInfo: { status: 'error', message: 'no' } }, 'statusInfo', []],
		[{ status: 'halted', message: 'no' }, 'flat status', ['status: halted']],
		[{ message: 'no' }, 'message only', []],
	])('name the envelope of a refusal: %j', (body, dialect, unknownWords) => {
		const reply = readAnswer(400, JSON.stringify(body), undefined, 0);
		const { details } = tellFacts([{ endpoint: ENDPOINTS.getLabels, reply, durationMs: 1 }]);
		expect(details?.requests).toMatchObject([
			{ status: 400, failure: 'answered', dialect, unknownWords },
		]);
	});

	it('name the version that is published', () => {
		expect(PACK_VERSION).toBe(version);
	});
});

describe('the rows of Check Setup', () => {
	it.each(SECRETS.slice(0, 5))(
		'show no key and no whole phone number, even as a name: %s',
		async (secret) => {
			const row = {
				id: 'a',
				name: secret,
				status: secret,
				label_type: 'dynamic',
				phone_number: '912268012345',
				feature_set_name: secret,
				label_name: secret,
			};
			const api = createStrict<Api>({
				dialects: undefined,
				send: async ({ path }) => ({
					ok: true,
					body: path.endsWith('labels')
						? [row]
						: { feature_sets: [{ ...row, status: 'draft' }], numbers: [row] },
				}),
			});
			const rows = await makeChecks(
				{ ...api, warning: undefined },
				{ callerNumber: '+912268012345', labelId: 'a', includeFacts: true },
			);
			expect(rows).toHaveLength(8);
			expectNoneIn(JSON.stringify(rows));
		},
	);
});
