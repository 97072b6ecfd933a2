import { manyCustomers, personaliseCall } from '../support/calls';
import { createEngine } from '../support/engine';

const MESSAGE =
	'Base URL starts with http://, so the Secret API Key and the access token would travel through the internet unencrypted';
const KEY = { clientAccountId: '91c173bb-28d8-4030-9722-8663ff9589f3', keyId: 'k', apiKey: 's' };
const PUBLIC = 'http://api.example.com';

describe('a Base URL that is not encrypted and leads into the internet', () => {
	it('is refused by a run, before a login and with a token that is there already', async () => {
		for (const accessToken of ['', 'any-token']) {
			const engine = await createEngine({ ...KEY, baseUrl: PUBLIC, accessToken });
			const { items, error } = await engine.runNode({
				parameters: personaliseCall(),
				items: manyCustomers(3),
			});
			expect(items).toEqual([]);
			expect(error?.message).toBe(`${MESSAGE} [item 0]`);
			expect(error?.description).toBe(
				'Let Base URL in the credential start with https://. Nothing was sent. Nothing was pushed.',
			);
		}
	});

	it('is refused for every item when errors are to continue', async () => {
		const engine = await createEngine({ ...KEY, baseUrl: PUBLIC });
		const { items, errors } = await engine.runNode({
			parameters: personaliseCall(),
			items: manyCustomers(3),
			onError: 'continueErrorOutput',
		});
		expect(items).toEqual([]);
		expect(errors.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual(
			[0, 1, 2].map((item) => [MESSAGE, { item }]),
		);
	});

	it('is refused by the login, which the credential test begins with', async () => {
		const engine = await createEngine({ ...KEY, baseUrl: ` ${PUBLIC}/ ` });
		const login = engine.credentials.preAuthentication(
			{ helpers: {} } as never,
			engine.credentials.stored,
			'',
			{} as never,
			true,
		);
		await expect(login).rejects.toThrow(
			`${MESSAGE}. Let Base URL in the credential start with https://. Nothing was sent.`,
		);
	});

	it('is refused by the pickers', async () => {
		const engine = await createEngine({ ...KEY, baseUrl: PUBLIC });
		await expect(engine.search('searchLabels')).rejects.toThrow(MESSAGE);
	});
});

describe('a Base URL that is not encrypted and leads into the own network', () => {
	const hintsOf = async (baseUrl: string) => {
		const engine = await createEngine({ ...KEY, baseUrl, accessToken: 'any-token' });
		const { run } = await engine.runNode({
			parameters: personaliseCall({}, { timeLimit: 300 }),
			items: manyCustomers(1),
		});
		return (run.data.resultData.runData.Truecaller?.[0]?.hints ?? []).map(({ message }) => message);
	};

	it('is called, and the output says so above what else it has to say', async () => {
		const hints = await hintsOf('http://no-such-sandbox:4010');
		expect(hints[0]).toBe(
			'Base URL in the credential starts with http://, so the access token and phone numbers travel through your network unencrypted. Use https:// for anything but a sandbox.',
		);
		expect(hints[1]).toMatch(/^1 of 1 call was not pushed/);
	});

	it('is called without a word on this very machine', async () => {
		expect(await hintsOf('http://127.0.0.1:9')).toEqual([
			expect.stringMatching(/^1 of 1 call was not pushed/),
		]);
	});
});
