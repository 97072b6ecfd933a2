import { exampleNames, readExample, shapeOf } from './examples';
import type { Example } from './examples';
import { openCaller, recordNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(() => caller.sandbox.control.reset());

/** The example as printed, but with a token that this sandbox issued and, if wanted, a window of today. */
async function play(example: Example, changes: { authorization?: Headers; body?: object } = {}) {
	const { method, path, headers, body } = example.request;
	return await caller.send({
		method,
		url: path,
		headers: { ...headers, ...changes.authorization },
		data: body && { ...body, ...changes.body },
	});
}

const now = () => {
	const { starts_at, ends_at } = recordNow();
	return { starts_at, ends_at };
};

describe('the published examples', () => {
	it.each(exampleNames())('%s says where, when and how surely it was seen', (name) => {
		const { source, date, certainty, request, response } = readExample(name);
		expect(source).toMatch(/^https:\/\/docs\.truecaller\.com\/|^a report$/);
		expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(certainty).toMatch(/\[(S|D[1-4][ab]?|F|R)\]/);
		expect(request.path).toMatch(/^\/(v\d\/)?clients\//);
		expect(response.statusCertainty).not.toBe('');
	});
});

describe('login', () => {
	it('gives a token and its time in the published shape', async () => {
		const example = readExample('token.created');
		const answer = await play(example);
		expect(answer.status).toBe(example.response.status);
		expect(shapeOf(answer.data)).toEqual(shapeOf(example.response.body));
		expect(answer.data.token).toMatch(/^[A-Za-z0-9]{64}$/);
		expect(answer.data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/);
		expect(Math.abs(Date.parse(answer.data.created_at) - Date.now())).toBeLessThan(5_000);
	});

	it('refuses a login without the secret key in the published words', async () => {
		const example = readExample('token.apiKeyRequired');
		const { status, data } = await play(example);
		expect({ status, body: data }).toEqual({ status: 400, body: example.response.body });
	});
});

describe('labels', () => {
	it('come as a bare array of rows in the published shape', async () => {
		const example = readExample('labels.listed');
		const answer = await play(example, { authorization: await caller.bearer() });
		const [published] = [example.response.body].flat();
		expect(answer.status).toBe(200);
		expect(answer.data).toHaveLength(12);
		for (const row of answer.data) {
			expect(shapeOf(row)).toEqual(shapeOf(published));
			expect(row.label_type).toBe('dynamic');
			expect([...row.name].length).toBeLessThanOrEqual(40);
		}
	});

	it('are refused to a key without the access in the published words', async () => {
		const example = readExample('labels.forbidden');
		const authorization = await caller.bearer(caller.sandbox.keys.withoutCallPersonalisation);
		const { status, data } = await play(example, { authorization });
		expect({ status, body: data }).toEqual({ status: 403, body: example.response.body });
	});
});

describe('real-time call personalisation', () => {
	it('accepts the published record once its window is of today', async () => {
		const example = readExample('realTimeV2.success');
		const answer = await play(example, { authorization: await caller.bearer(), body: now() });
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual(example.response.body);
	});

	it('refuses the record as printed, for its window is over, in the published words', async () => {
		const example = readExample('realTimeV2.endsAtInThePast');
		const answer = await play(example, { authorization: await caller.bearer() });
		expect(answer.status).toBe(400);
		expect(answer.data).toEqual(example.response.body);
	});

	it('refuses the 32 hours of a published sample in the published words', async () => {
		const example = readExample('realTimeV2.windowTooLong');
		const starts_at = Date.now();
		const body = { starts_at, ends_at: starts_at + 32 * 3_600_000 };
		const answer = await play(example, { authorization: await caller.bearer(), body });
		expect(answer.status).toBe(400);
		expect(answer.data).toEqual(example.response.body);
	});

	it('sends a caller without a good token to the login in the published words', async () => {
		const example = readExample('realTimeV2.loginAgain');
		const worthless: Headers[] = [{}, { Authorization: 'Bearer nobody' }, { Authorization: 'x' }];
		for (const authorization of worthless) {
			const { status, data } = await play(example, { authorization });
			expect({ status, body: data }).toEqual({ status: 401, body: example.response.body });
		}
	});

	it('answers a bad token like the deprecated status call when told to', async () => {
		caller.sandbox.control.settings({ legacyBadToken: true });
		const example = readExample('realTimeV2.badTokenLegacy');
		const answer = await play(example, { authorization: { Authorization: 'Bearer nobody' } });
		expect(answer.status).toBe(500);
		expect(answer.data).toEqual(example.response.body);
	});
});

describe('the dialects of the answer', () => {
	it('wraps a success in statusInfo as printed in mid-2025', async () => {
		caller.sandbox.control.settings({ dialect: 'statusInfo' });
		const example = readExample('realTimeV2.success.d2b');
		const answer = await play(example, { authorization: await caller.bearer(), body: now() });
		expect(answer.data).toEqual(example.response.body);
	});

	it('gives a refused record flat and with HTTP 200 as printed in early 2025', async () => {
		caller.sandbox.control.settings({ dialect: 'flat', invalidRecordStatus: 200 });
		const example = readExample('realTimeV2.endsAtInThePast.d2a');
		const answer = await play(example, { authorization: await caller.bearer() });
		expect(answer.status).toBe(200);
		expect(answer.data).toEqual(example.response.body);
	});

	it('leaves refusals of login and access in their own envelope', async () => {
		caller.sandbox.control.settings({ dialect: 'flat' });
		const { data } = await caller.personalise({}, recordNow());
		expect(data).toEqual(readExample('realTimeV2.loginAgain').response.body);
	});
});
