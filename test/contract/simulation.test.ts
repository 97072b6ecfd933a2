import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import type { DemoKey } from '../../nodes/Truecaller/simulation/demo/account';
import type { WireRequest } from '../../nodes/Truecaller/simulation/routes/route';
import { answer } from '../../nodes/Truecaller/simulation/simulate';
import { createWorld } from '../../nodes/Truecaller/simulation/world';
import type { World } from '../../nodes/Truecaller/simulation/world';
import { recordNow, recordsNow } from './caller';
import { exampleNames, readExample } from './examples';

const ACCOUNT = DEMO_KEYS.full.clientAccountId;
const NOW_MS = Date.parse('2026-03-02T10:00:00Z');

/** A world in process whose clock stands where it is put. */
const openWorld = () => {
	let nowMs = NOW_MS;
	const world = createWorld({ nowMs: () => nowMs });
	return { world, pass: (ms: number) => (nowMs += ms) };
};

const JSON_TYPE = 'application/json';

const send = (world: World, method: string, path: string, more: Partial<WireRequest> = {}) =>
	answer(world, { method, path, query: {}, bodyText: '', contentType: JSON_TYPE, ...more });

const login = (world: World, key: DemoKey = DEMO_KEYS.full): string => {
	const bodyText = JSON.stringify({ key_id: key.keyId, api_key: key.apiKey });
	const path = `/clients/${key.clientAccountId}/token`;
	const given = send(world, 'POST', path, { publicAccess: 'allow', bodyText });
	return /"token":"(\w+)"/.exec(JSON.stringify(given))?.[1] ?? '';
};

const personalise = (world: World, token: string, more: object = {}) =>
	send(world, 'POST', `/v2/clients/${ACCOUNT}/dynamic_call_record`, {
		token,
		bodyText: JSON.stringify(recordNow(more, NOW_MS)),
	});

describe('the model in process', () => {
	it('pushes a call, refuses one, and cuts the line on one', () => {
		const { world } = openWorld();
		const token = login(world);
		const ends = ['919876543210', '919876540001', '919876540006'].map((receiver_number) =>
			personalise(world, token, { receiver_number }),
		);
		expect(ends).toEqual([
			{
				status: 200,
				body: { status_info: { status: 'success', message: 'Record processed successfully' } },
			},
			{
				status: 400,
				body: { status_info: { status: 'error', message: 'Receiver is not a Truecaller user' } },
			},
			{ status: null },
		]);
	});

	it('lets a batch settle when two seconds have passed on its clock, and not before', () => {
		const { world, pass } = openWorld();
		const token = login(world);
		const path = `/v3/clients/${ACCOUNT}/dynamic_call_records`;
		const records = recordsNow(3, { starts_at: NOW_MS, ends_at: NOW_MS + 1_000 });
		const bodyText = JSON.stringify({ call_records: records });
		const accepted = send(world, 'POST', path, { token, bodyText });
		const [, batchId] = /"batch_id":"([^"]+)"/.exec(JSON.stringify(accepted)) ?? [];
		const look = () => JSON.stringify(send(world, 'GET', path, { token, query: { batchId } }));
		pass(1_999);
		expect(look().match(/"status":"pending"/g)).toHaveLength(3);
		pass(1);
		expect(look().match(/"status":"success"/g)).toHaveLength(3);
	});

	it('lists a number over four seconds', () => {
		const { world, pass } = openWorld();
		const token = login(world);
		const management = `/clients/${ACCOUNT}/number_management`;
		const publish = `${management}/feature_sets/069d2e3a-41e6-41f9-a768-157d7e3bd6b9/numbers/publish`;
		const bodyText = JSON.stringify({ phone_numbers: ['911234567890'] });
		expect(send(world, 'POST', publish, { token, bodyText })).toMatchObject({
			status: 200,
			body: { status: 'pending', new_numbers: ['911234567890'] },
		});
		const look = () => send(world, 'GET', `${management}/numbers`, { token });
		expect(look()).toMatchObject({
			body: { numbers: expect.arrayContaining([expect.objectContaining({ status: 'pending' })]) },
		});
		pass(4_000);
		expect(JSON.stringify(look())).not.toContain('pending');
	});

	it('tells with the 101st call in a second how long to wait', () => {
		const { world, pass } = openWorld();
		const token = login(world);
		for (let sent = 0; sent < 100; sent += 1) personalise(world, token);
		pass(250);
		expect(personalise(world, token)).toMatchObject({ status: 429, retryAfterMs: 750 });
		pass(750);
		expect(personalise(world, token)).toMatchObject({ status: 200 });
	});

	it('knows nothing of another world: no token, and no batch', () => {
		const [one, other] = [openWorld(), openWorld()];
		const token = login(one.world);
		expect(personalise(other.world, token)).toMatchObject({ status: 401 });
	});

	it.each([
		['POST', '/v9/clients/x/labels'],
		['GET', `/clients/${ACCOUNT}/labels/`],
		['GET', '/clients//labels'],
		['DELETE', `/clients/${ACCOUNT}/labels`],
		['GET', '/clients/%E0%A4%A/labels'],
	])('has no route for %s %s', (method, path) => {
		const { world } = openWorld();
		expect(send(world, method, path, { token: login(world) })).toEqual({
			status: 404,
			body: { slug: 'not-found-error', message: `no route for ${method} ${path}` },
		});
	});

	it('has no versions that were switched off', () => {
		const { world } = openWorld();
		world.settings.missingRoutes = ['v2'];
		expect(personalise(world, login(world))).toMatchObject({ status: 404 });
	});

	it('forgets the oldest batches when it has more records than it may keep', () => {
		const world = createWorld({ nowMs: () => NOW_MS }, { recordsKept: 3 });
		for (const id of ['first', 'second']) {
			const records = Array.from({ length: 2 }, () => ({ record: {}, verdict: null }));
			world.batches.add({ id, clientAccountId: ACCOUNT, acceptedAtMs: NOW_MS, records });
		}
		const found = ['first', 'second'].map((id) => world.batches.find(ACCOUNT, id)?.id);
		expect(found).toEqual([undefined, 'second']);
	});
});

/** Those of the examples that need nothing to have happened before, and no switch. */
const PLAYED = exampleNames().filter((name) => /^(token|labels|featureSets|publish\.)/.test(name));

const keyFor = (name: string): DemoKey => {
	if (name.startsWith('labels.forbidden')) return DEMO_KEYS.withoutCallPersonalisation;
	return name.includes('forbidden') ? DEMO_KEYS.withoutNumberManagement : DEMO_KEYS.full;
};

/** The names of an object, or of the first of many. */
const namesIn = (body: unknown): string[] =>
	Object.keys(Object(Array.isArray(body) ? body[0] : body)).sort();

it.each(PLAYED)('the model answers %s with the published status and names', (name) => {
	const { world } = openWorld();
	const { request, response } = readExample(name);
	const given = send(world, request.method, request.path.split('?')[0] ?? '', {
		token: login(world, keyFor(name)),
		publicAccess: request.headers['X-Public-Access'],
		bodyText: JSON.stringify(request.body ?? {}),
	});
	const body = 'body' in given ? given.body : undefined;
	expect([given.status, namesIn(body)]).toEqual([response.status, namesIn(response.body)]);
});
