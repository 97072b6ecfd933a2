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
const run = async (count = 3) =>
	await stage.engine.runNode({ parameters: personaliseCall(), items: manyCustomers(count) });

/** What n8n's HTTP Request node does after any error: it asks the credential for another token. */
const failInHttpRequest = async () =>
	await stage.engine.credentials.preAuthentication(
		{ helpers: { httpRequest: askSandbox } } as never,
		{ ...stage.engine.credentials.stored },
		'truecallerApi',
		{} as never,
		true,
	);
const askSandbox = async ({ url, headers }: { url: string; headers: Record<string, string> }) => {
	const answer = await fetch(url, { headers });
	return { statusCode: answer.status, body: await answer.text(), headers: {} };
};

describe('a young access token', () => {
	it('is renewed when it ends within its first minute, and no call is lost', async () => {
		await run();
		stage.sandbox.control.expireTokens();
		expect((await run()).items.map(({ json }) => json.outcome)).toEqual(Array(3).fill('pushed'));
		expect(logins()).toHaveLength(2);
	});

	it('is kept through errors of the HTTP Request node that are not its fault', async () => {
		await run();
		for (let error = 0; error < 20; error++) await failInHttpRequest();
		expect(logins()).toHaveLength(1);
		expect(stage.sandbox.control.received('labels')).toHaveLength(1);
	});

	it.each([
		['a page', '<html>Sign in to the network</html>'],
		['plain text', 'Access denied by the policy of your company'],
	])('is kept when a proxy turns it away with %s, and the proxy is named', async (_form, body) => {
		await run();
		stage.sandbox.control.next({ route: 'realTimeV2', status: 401, body, times: 100 });
		const { items } = await run();
		expect(items.map(({ json }) => json.advice)).toEqual(
			Array(3).fill(
				'Place the call as usual; nothing was sent, because something other than the Truecaller API answered at the Base URL of the credential',
			),
		);
		expect(logins()).toHaveLength(1);
	});
});
