import { manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const logins = () => stage.sandbox.control.received('token');
const run = async (count = 1) =>
	await stage.engine.runNode({ parameters: personaliseCall(), items: manyCustomers(count) });

/** Whatever this process knows of the key is of no use, as after an hour or a restart of n8n. */
const forgetToken = () =>
	Object.assign(stage.engine.credentials.stored, {
		accessToken: 'long-gone',
		tokenIssuedAt: Date.now() - 3_600_000,
	});

describe('the access token', () => {
	it('is asked for once and serves the runs that follow', async () => {
		await run(20);
		await run(20);
		expect(logins()).toHaveLength(1);
		expect(stage.engine.credentials.stored.tokenIssuedAt).toEqual(expect.any(Number));
	});

	it('is renewed by one login when it expires under twenty runs at once, and no call is lost', async () => {
		stage.sandbox.control.settings({ loginDelayMs: 300, newLoginEndsFormerToken: true });
		// The very first request of a process goes alone: after it twenty runs meet the ended token together.
		await run();
		stage.sandbox.control.expireTokens();
		const results = await Promise.all(Array.from({ length: 20 }, async () => await run(3)));
		expect(results.flatMap(({ items }) => items.map(({ json }) => json.outcome))).toEqual(
			Array(60).fill('pushed'),
		);
		expect(logins()).toHaveLength(2);
	});

	it('is renewed when Truecaller answers that it failed to parse it, and the call is made once', async () => {
		stage.sandbox.control.settings({ legacyBadToken: true });
		forgetToken();
		const { items } = await run(3);
		expect(items.map(({ json }) => json.outcome)).toEqual(['pushed', 'pushed', 'pushed']);
		expect(logins()).toHaveLength(1);
		expect(
			stage.sandbox.control.received('realTimeV2').filter(({ status }) => status === 200),
		).toHaveLength(3);
	});

	it('costs nothing when Truecaller has a fault of its own', async () => {
		await run();
		stage.sandbox.control.next({ route: 'realTimeV2', status: 500, times: 5 });
		await run(5);
		expect(logins()).toHaveLength(1);
	});

	it('is not asked for over and over when every token is turned away', async () => {
		stage.sandbox.control.next({ route: 'realTimeV2', status: 401, times: 1_000 });
		const { error } = await run(50);
		expect(error?.message).toMatch(
			/^Truecaller does not accept the access token, not even a new one \[item \d+\]$/,
		);
		expect(logins()).toHaveLength(1);
	});
});

it('A token that is never parsed is an error in words, like one that is never accepted', async () => {
	const body = { slug: 'internal-server-error', message: '500/50011 - Failed to parse token' };
	stage.sandbox.control.next({ route: 'realTimeV2', status: 500, body, times: 100 });
	const { error } = await run(3);
	expect(error?.message).toMatch(
		/^Truecaller does not accept the access token, not even a new one \[item \d+\]$/,
	);
	expect(logins()).toHaveLength(1);
});

describe('a login that is refused', () => {
	const refusedWith = async (credential: Record<string, string>) => {
		await stage.sandbox.close();
		stage = await setStage(credential);
		return await run(30);
	};

	it('names the key, and is tried once however many items there are', async () => {
		const { error } = await refusedWith({ apiKey: '00000000-0000-4000-8000-000000000000' });
		expect(error?.message).toBe(
			'Truecaller does not accept this Key ID and Secret API Key [item 0]',
		);
		expect(error?.description).toBe(
			'Copy both again from the Truecaller console, under Manage API Keys. The secret is shown only once: if it is lost, regenerate the key there. Nothing was pushed.',
		);
		await run(5);
		expect(logins()).toHaveLength(1);
	});

	it('names the account when the key belongs to another one', async () => {
		const { error } = await refusedWith({
			clientAccountId: '22222222-2222-4222-8222-222222222222',
		});
		expect(error?.message).toBe('This API key does not belong to this Client Account ID [item 0]');
	});

	it('names the field that is empty, and asks nobody', async () => {
		const { error } = await refusedWith({ keyId: ' ' });
		expect(error?.message).toBe('Key ID is empty [item 0]');
		expect(logins()).toHaveLength(0);
	});

	it('names Base URL when nothing there answers like Truecaller', async () => {
		const { error } = await refusedWith({ baseUrl: 'not an address' });
		expect(error?.message).toBe(
			'The Base URL of the credential is not an address that can be called [item 0]',
		);
	});

	it('says when the next token is possible when all ten are used up', async () => {
		stage.sandbox.control.settings({ limits: { loginsPerWindow: 0 } });
		const { error } = await run(3);
		expect(error?.message).toMatch(
			/^All 10 access tokens that Truecaller gives in 30 minutes are used up; the next one is possible in \d+ minutes, at \d\d:\d\d UTC \[item 0\]$/,
		);
		await run(3);
		expect(logins()).toHaveLength(1);
	});

	it('counts as not sent when Truecaller has a fault at the login', async () => {
		stage.sandbox.control.next({ route: 'token', status: 503, times: 50 });
		const { items } = await stage.engine.runNode({
			parameters: personaliseCall({}, { timeLimit: 300 }),
			items: manyCustomers(3),
		});
		expect(items.map(({ json }) => json.reason)).toEqual(['notSent', 'notSent', 'notSent']);
		expect(stage.sandbox.control.received('realTimeV2')).toHaveLength(0);
	});
});
