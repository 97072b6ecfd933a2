import type { IDataObject, INode } from 'n8n-workflow';

import { checkSetup as run, findRow as find, resultsOf as results } from '../support/checkSetup';
import type { Row } from '../support/checkSetup';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const checkSetup = async (options?: IDataObject, onError?: INode['onError']) =>
	await run(stage.engine, options, onError);
const withKey = async (credential: Record<string, string>) => {
	await stage.sandbox.close();
	stage = await setStage(credential);
};

const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';
const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

describe('checking the set-up of an account', () => {
	it('makes the checks in their order, once for all items, with one login and one page of each list', async () => {
		const { items } = await stage.engine.runNode({
			parameters: { resource: 'account', operation: 'checkSetup' },
			items: [{}, {}, {}],
		});
		expect(results(items.map(({ json }) => json as Row))).toEqual([
			'login: ok',
			'callPersonalisation: ok',
			'labels: ok',
			'featureSets: warning',
			'numbers: ok',
		]);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		expect(Object.entries(stage.sandbox.control.counts())).toEqual([
			['token', { 200: 1 }],
			['labels', { 200: 1 }],
			['featureSets', { 200: 1 }],
			['numbers', { 200: 1 }],
		]);
	});

	it('says of each check in words what was found', async () => {
		const rows = await checkSetup();
		expect(rows.map(({ message }) => message)).toEqual([
			'The login works: Client Account ID, Key ID and Secret API Key fit together',
			'This API key may use Call Personalisation',
			'This account has 12 dynamic labels',
			'This account has 8 feature sets, and 1 of them is a draft',
			'6 numbers are listed',
		]);
		expect(find(rows, 'numbers')?.details).toEqual({
			listed: 6,
			listing: 0,
			delisting: 0,
			failed: 0,
			unknown: 0,
			hasMore: false,
		});
	});

	it('checks a caller number and a label where asked', async () => {
		stage.sandbox.control.seedNumbers({
			featureSetId: FLOWERS,
			state: 'listed',
			phoneNumbers: ['912268012345'],
		});
		const rows = await checkSetup({
			callerNumber: '+91 22 6801-2345',
			label: { __rl: true, mode: 'id', value: LABEL },
		});
		expect(rows.slice(-2)).toEqual([
			{
				check: 'callerNumber',
				result: 'ok',
				message:
					'The caller number ending in 2345 is listed in the feature set "Fresh Flower Delivery"',
				advice: 'Nothing to do.',
				details: {
					endsIn: '2345',
					status: 'listed',
					featureSet: 'Fresh Flower Delivery',
					label: 'FlowerEra Delivery',
				},
			},
			{
				check: 'label',
				result: 'ok',
				message: '"FlowerEra Delivery" is a dynamic label of this account',
				advice: 'Nothing to do.',
				details: { name: 'FlowerEra Delivery' },
			},
		]);
	});
});

describe('a login that fails', () => {
	const ALL_SKIPPED = [
		'login: failed',
		'callPersonalisation: skipped',
		'labels: skipped',
		'featureSets: skipped',
		'numbers: skipped',
	];

	it.each([
		['the key', { apiKey: 'wrong' }, 'Truecaller does not accept this Key ID and Secret API Key'],
		[
			'the account',
			{ clientAccountId: '22222222-2222-4222-8222-222222222222' },
			'This API key does not belong to this Client Account ID',
		],
		['a missing field', { keyId: '' }, 'Key ID is empty'],
		[
			'an address that nobody answers at',
			{ baseUrl: 'http://127.0.0.1:9' },
			'Truecaller could not be reached to log in',
		],
		[
			'an address that lets others read along',
			{ baseUrl: 'http://truecaller.example.com' },
			'Base URL starts with http://, so the Secret API Key and the access token would travel through the internet unencrypted',
		],
	])(
		'says that %s is at fault, and what depends on it is skipped',
		async (_title, credential, message) => {
			await withKey(credential);
			const rows = await checkSetup();
			expect(results(rows)).toEqual(ALL_SKIPPED);
			expect(rows[0]?.message).toBe(message);
			expect(rows[0]?.advice).not.toBe('');
			expect(rows[1]).toMatchObject({
				message: 'Not checked, because it depends on the login',
				advice: 'Follow the advice of the check login, then run this again.',
				details: { dependsOn: 'login' },
			});
		},
	);

	it('says when the next access token is possible where all are used up', async () => {
		stage.sandbox.control.next({ route: 'token', status: 429, times: 10 });
		const rows = await checkSetup();
		expect(results(rows)).toEqual(ALL_SKIPPED);
		expect(rows[0]?.message).toMatch(
			/^All 10 access tokens .* are used up; the next one is possible/,
		);
	});

	it('says that the address is wrong where no route is known', async () => {
		stage.sandbox.control.settings({ missingRoutes: ['labels', 'featureSets', 'numbers'] });
		const rows = await checkSetup();
		expect(rows[0]).toMatchObject({
			result: 'failed',
			message: 'Truecaller does not know the address that was called',
		});
	});

	it('is named by every check that was skipped for it, those that were asked for too', async () => {
		await withKey({ apiKey: 'wrong' });
		const rows = await checkSetup({ callerNumber: '+912268012345', label: LABEL });
		expect(results(rows).slice(5)).toEqual(['callerNumber: skipped', 'label: skipped']);
		const causes = rows.slice(1).map(({ details }) => details.dependsOn);
		expect(causes).toEqual(Array(6).fill('login'));
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'is no error of the node, with On Error on %s',
		async (onError) => {
			await withKey({ apiKey: 'wrong' });
			expect(results(await checkSetup({}, onError))).toEqual(ALL_SKIPPED);
		},
	);
});

describe('an access that is missing', () => {
	it('to Call Personalisation fails its check, and the numbers are checked all the same', async () => {
		const { keyId, apiKey } = stage.sandbox.keys.withoutCallPersonalisation;
		await withKey({ keyId, apiKey });
		const rows = await checkSetup();
		expect(results(rows)).toEqual([
			'login: ok',
			'callPersonalisation: failed',
			'labels: skipped',
			'featureSets: warning',
			'numbers: ok',
		]);
		expect(find(rows, 'callPersonalisation')?.message).toBe(
			'The login works, but this API key has no access to Call Personalisation',
		);
	});

	it('to Number Management is a warning, because calls can be personalised without it', async () => {
		const { keyId, apiKey } = stage.sandbox.keys.withoutNumberManagement;
		await withKey({ keyId, apiKey });
		const rows = await checkSetup({ callerNumber: '+912268012345' });
		expect(results(rows)).toEqual([
			'login: ok',
			'callPersonalisation: ok',
			'labels: ok',
			'featureSets: warning',
			'numbers: skipped',
			'callerNumber: skipped',
		]);
		expect(find(rows, 'featureSets')?.message).toBe(
			'This API key has no access to Number Management',
		);
		expect(find(rows, 'callerNumber')?.details).toEqual({ dependsOn: 'featureSets' });
		expect(stage.sandbox.control.received('numbers')).toEqual([]);
	});
});
