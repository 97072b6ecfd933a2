import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { answer } from '../../nodes/Truecaller/simulation/simulate';
import { createWorld } from '../../nodes/Truecaller/simulation/world';
import { createRandom } from '../support/random';
import { JSON_TYPE, openCaller, recordNow } from './caller';
import type { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());

const ACCOUNT = DEMO_KEYS.full.clientAccountId;
const SETS = `/clients/${ACCOUNT}/number_management/feature_sets`;

type Sent = { method: 'GET' | 'POST'; path: string; query: object; body?: object };

/** Requests of every kind, good and bad, the same ones in each run. */
const makeRequests = (count: number, nowMs: number): Sent[] => {
	const random = createRandom(7);
	const below = (most: number) => Math.floor(random() * most);
	const pick = <T>(...these: T[]): T => these[below(these.length)] as T;
	const record = (plus: string) =>
		recordNow(
			{
				caller_number: `${plus}911234567890`,
				receiver_number: `${pick(plus, plus, '+')}91987654000${below(10)}`,
				dynamic_call_reason: pick('Flower Delivery', 'Your flowers', 'Ends with a dot.'),
				ends_at: nowMs + pick(3_600_000, 3_600_000, -1, 90_000_000),
				...pick<object>({}, {}, {}, {}, { nickname: 'x' }, { label_id: 'no-uuid' }),
			},
			nowMs,
		);
	const numbers = () =>
		Array.from({ length: below(4) }, () => `91124000${pick(1000 + below(900), 9001 + below(7))}`);
	const makers: Array<() => Sent> = [
		() => ({
			method: 'POST',
			path: `${pick('/v2', '/v2', '/v9')}/clients/${ACCOUNT}/dynamic_call_record`,
			query: {},
			body: record(''),
		}),
		() => ({
			method: 'POST',
			path: `/v3/clients/${ACCOUNT}/dynamic_call_records`,
			query: {},
			body: { call_records: Array.from({ length: below(4) }, () => record('+')) },
		}),
		() => ({
			method: 'GET',
			path: `/clients/${pick(ACCOUNT, 'somebody')}/labels`,
			query: pick<object>({}, { page: '2', limit: '5' }, { page: '0' }),
		}),
		() => ({ method: 'GET', path: SETS, query: pick<object>({}, { limit: '3' }) }),
		() => ({
			method: 'POST',
			path: `${SETS}/${pick('069d2e3a-41e6-41f9-a768-157d7e3bd6b9', 'none')}/numbers/${pick('publish', 'delist')}`,
			query: {},
			body: { phone_numbers: numbers() },
		}),
		() => ({ method: 'GET', path: SETS.replace('feature_sets', 'numbers'), query: {} }),
	];
	return Array.from({ length: count }, () => pick(...makers)());
};

/** IDs of batches are made by chance. */
const masked = (given: unknown): unknown =>
	JSON.parse(JSON.stringify(given).replaceAll(/"batch_id":"[^"]+"/g, '"batch_id":"…"'));

it('a thousand requests come to the same over HTTP and in process', async () => {
	const { control, keys } = caller.sandbox;
	const { nowMs } = control.freezeClock();
	control.settings({ limits: { enforced: false } });
	const world = createWorld({ nowMs: () => nowMs });
	world.settings.limits.enforced = false;
	const login = answer(world, {
		method: 'POST',
		path: `/clients/${ACCOUNT}/token`,
		query: {},
		publicAccess: 'allow',
		contentType: 'application/json',
		bodyText: JSON.stringify({ key_id: keys.full.keyId, api_key: keys.full.apiKey }),
	});
	const [, token] = /"token":"(\w+)"/.exec(JSON.stringify(login)) ?? [];
	const headers = { ...(await caller.bearer()), ...JSON_TYPE };
	const statuses = new Set<number | null>();
	for (const { method, path, query, body } of makeRequests(1_000, nowMs)) {
		const bodyText = body === undefined ? '' : JSON.stringify(body);
		const inProcess = answer(world, {
			method,
			path,
			query: { ...query },
			token,
			contentType: 'application/json',
			bodyText,
		});
		const overHttp = await caller
			.send({ method, url: path, params: query, headers, data: body })
			.then(({ status, data }) => ({ status, body: data as unknown }))
			.catch(() => ({ status: null }));
		expect({ path, ...Object(masked(overHttp)) }).toEqual({ path, ...Object(masked(inProcess)) });
		statuses.add(inProcess.status);
	}
	expect(statuses).toEqual(new Set([200, 400, 403, 404, 500, null]));
});
