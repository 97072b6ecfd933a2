import { openCaller } from './caller';
import type { Caller } from './caller';
import { allExamples } from './webhookExamples';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(() => caller.sandbox.control.reset());

const URL_HERE = 'http://127.0.0.1:5678/webhook/x?key=secret';
const SECOND_ACCOUNT = '22222222-2222-4222-8222-222222222222';

const call = async (method: string, path: string, data?: unknown) =>
	await caller.send({ method, url: `/sandbox${path}`, data });
const register = async (order: object) => await call('POST', '/webhooks', order);

it.each(allExamples())('“$title” says where, when and how surely it was seen', (example) => {
	expect(example.source).toMatch(/^https:\/\/docs\.truecaller\.com\/.*\/webhooks\//);
	expect(example.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	expect(example.certainty).toMatch(/\[(S|D[1-4])\]/);
});

describe('a webhook', () => {
	it('is registered for one or both kinds of event, listed, changed and removed', async () => {
		const { status, data: both } = await register({ name: 'CRM', url: URL_HERE });
		const { data: one } = await register({ name: 'Calls', url: URL_HERE, events: ['cmb'] });
		expect(status).toBe(200);
		expect(both).toEqual({
			id: expect.stringMatching(/^[0-9a-f-]{36}$/),
			clientAccountId: caller.sandbox.keys.full.clientAccountId,
			name: 'CRM',
			url: URL_HERE,
			events: ['cmb', 'userFeedback'],
		});
		const url = 'http://localhost:1/other';
		const changed = await call('POST', `/webhooks/${both.id}`, { name: 'ERP', url });
		expect(changed.data).toEqual({ ...both, name: 'ERP', url });
		expect((await call('GET', '/webhooks')).data).toEqual([changed.data, one]);
		expect((await call('DELETE', `/webhooks/${both.id}`)).data).toEqual({ ok: true });
		expect((await call('GET', '/webhooks')).data).toEqual([one]);
		expect(caller.sandbox.control.webhooks.list()).toEqual([one]);
	});

	it('is one of five at most in an account, and has its name to itself there', async () => {
		const names = ['one', 'two', 'three', 'four', 'five'];
		for (const name of names) expect((await register({ name, url: URL_HERE })).status).toBe(200);
		const sixth = await register({ name: 'six', url: URL_HERE });
		expect([sixth.status, sixth.data]).toEqual([
			400,
			{ error: 'The account has 5 webhooks, and more are not possible' },
		]);
		const again = await register({ name: 'three', url: URL_HERE });
		expect([again.status, again.data]).toEqual([
			400,
			{ error: 'The account has a webhook "three" already; each needs a name of its own' },
		]);
		const other = { name: 'three', url: URL_HERE, clientAccountId: SECOND_ACCOUNT };
		expect((await register(other)).status).toBe(200);
		const [first, second] = caller.sandbox.control.webhooks.list();
		expect((await call('POST', `/webhooks/${first?.id}`, { name: 'two' })).status).toBe(400);
		expect((await call('POST', `/webhooks/${second?.id}`, { name: 'two' })).status).toBe(200);
		caller.sandbox.control.webhooks.remove(first?.id ?? '');
		expect((await register({ name: 'one', url: URL_HERE })).status).toBe(200);
	});

	it('has a name of at most 50 characters', async () => {
		expect((await register({ name: 'ক'.repeat(50), url: URL_HERE })).status).toBe(200);
		const { data } = await register({ name: 'x'.repeat(51), url: URL_HERE });
		expect(data.error).toBe('"name" in the webhook must be a text of 1 to 50 characters');
	});

	it.each<[object, string]>([
		[{ url: URL_HERE }, '"name" is missing in the webhook'],
		[{ name: 'x' }, '"url" is missing in the webhook'],
		[{ name: '', url: URL_HERE }, '"name" in the webhook must be a text of 1 to 50 characters'],
		[{ name: 'x', url: 'x' }, '"url" in the webhook must be an http or https address'],
		[{ name: 'x', url: 'ftp://localhost' }, 'must be an http or https address'],
		[{ name: 'x', url: URL_HERE, events: ['sms'] }, 'a list of "cmb", "userFeedback"'],
		[{ name: 'x', url: URL_HERE, events: [] }, 'not empty, but a list of "cmb", "userFeedback"'],
		[
			{ name: 'x', url: URL_HERE, clientAccountId: 'x' },
			'"clientAccountId" in the webhook must be',
		],
		[{ name: 'x', url: URL_HERE, event: 'cmb' }, 'no "event" in the webhook; it knows name, url'],
	])('is not made from %j', async (order, words) => {
		const { status, data } = await register(order);
		expect([status, data.error]).toEqual([400, expect.stringContaining(words)]);
		expect(caller.sandbox.control.webhooks.list()).toEqual([]);
	});

	it('that does not exist cannot be changed or removed, and the words say so', async () => {
		for (const [method, body] of [
			['POST', {}],
			['DELETE', undefined],
		] as const) {
			const { status, data } = await call(method, '/webhooks/x', body);
			expect([status, data.error]).toEqual([404, 'There is no webhook with the id "x"']);
		}
	});
});

describe('nothing leaves this machine', () => {
	const WORDS =
		'is not this machine: the sandbox delivers only to localhost, 127.0.0.1 and [::1], ' +
		'unless the setting "webhookBeyondThisMachine" is true';

	it.each(['https://example.com/x', 'http://10.0.0.1/x', 'http://127.0.0.1.example.com/x'])(
		'so %s is neither registered nor delivered to',
		async (url) => {
			const error = `${new URL(url).hostname} ${WORDS}`;
			expect((await register({ name: 'x', url })).data).toEqual({ error });
			expect((await call('POST', '/events', { url })).data).toEqual({ error });
			const { data } = await register({ name: 'x', url: URL_HERE });
			expect((await call('POST', `/webhooks/${data.id}`, { url })).data).toEqual({ error });
		},
	);

	it.each(['http://localhost/x', 'http://127.1/x', 'http://[::1]:1/x', 'https://127.0.0.9/x'])(
		'and %s is this machine',
		async (url) => {
			expect((await register({ name: 'x', url })).status).toBe(200);
		},
	);

	it('unless the setting allows it, which is looked at again before each attempt', async () => {
		const { control } = caller.sandbox;
		control.settings({ webhookBeyondThisMachine: true });
		expect((await register({ name: 'x', url: 'https://example.com/x' })).status).toBe(200);
		control.settings({ webhookBeyondThisMachine: false });
		const [delivery] = await control.deliver();
		expect(delivery?.state).toBe('Rescheduled error');
		expect(delivery?.attempts[0]).toMatchObject({ status: null, reason: `example.com ${WORDS}` });
	});
});
