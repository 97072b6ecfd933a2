import type { IDataObject } from 'n8n-workflow';

import { checkSetup as run, findRow as find } from '../support/checkSetup';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const checkSetup = async (options?: IDataObject) => await run(stage.engine, options);
const answer = (route: string, body: unknown) =>
	stage.sandbox.control.next({ route, status: 200, body, times: 10 });

const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';
const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

describe('labels', () => {
	it('are missed where there are none, with the way to make one', async () => {
		stage.sandbox.control.settings({ labelCount: 0 });
		expect(find(await checkSetup(), 'labels')).toEqual({
			check: 'labels',
			result: 'failed',
			message:
				'This account has no dynamic label, so a personalised call has no name and logo to show',
			advice:
				'In the Truecaller console, choose Business Identity → Identity → Caller ID Details → Create a Label, then Dynamic Caller ID.',
			details: { dynamic: 0, static: 0, names: [], hasMore: false },
		});
	});

	it('that are static cannot be shown', async () => {
		answer('labels', [{ id: LABEL, name: 'FlowerEra', label_type: 'static' }]);
		const rows = await checkSetup({ label: LABEL });
		expect(find(rows, 'labels')).toMatchObject({
			result: 'failed',
			message:
				'This account has only static labels (1), and a personalised call needs a dynamic one',
		});
		expect(find(rows, 'label')).toMatchObject({
			result: 'failed',
			message: '"FlowerEra" is a static label, and a personalised call needs a dynamic one',
		});
	});

	it('are counted up to one page', async () => {
		stage.sandbox.control.settings({ labelCount: 2_345 });
		const rows = await checkSetup({ label: 'f0f0f0f0-0000-4000-8000-000000000000' });
		expect(find(rows, 'labels')?.message).toBe('This account has at least 1000 dynamic labels');
		expect(find(rows, 'label')?.result).toBe('warning');
		expect(stage.sandbox.control.received('labels')).toHaveLength(1);
	});

	it.each([
		['f0f0f0f0-0000-4000-8000-000000000000', 'This label is not a dynamic label of this account'],
		['FlowerEra Delivery', '"FlowerEra Delivery" is the name of a label, and its ID is needed'],
	])('that are not of this account are found out: %s', async (label, message) => {
		expect(find(await checkSetup({ label }), 'label')).toMatchObject({ result: 'failed', message });
	});
});

describe('feature sets', () => {
	it('are missed where there are none', async () => {
		stage.sandbox.control.settings({ featureSetCount: 0 });
		expect(find(await checkSetup(), 'featureSets')).toMatchObject({
			result: 'warning',
			message: 'This account has no feature set, so no number can be listed',
		});
	});

	it('that are all drafts show nothing', async () => {
		answer('featureSets', {
			feature_sets: [{ id: FLOWERS, name: 'Fresh Flower Delivery', status: 'draft' }],
		});
		expect(find(await checkSetup(), 'featureSets')).toMatchObject({
			result: 'warning',
			message: 'This account has 1 feature set, and it is a draft',
			details: { total: 1, drafts: 1, draftNames: ['Fresh Flower Delivery'] },
		});
	});

	it('are counted up to one page', async () => {
		stage.sandbox.control.settings({ featureSetCount: 250 });
		expect(find(await checkSetup(), 'featureSets')?.message).toBe(
			'This account has at least 100 feature sets, and 1 of them is a draft',
		);
	});
});

describe('numbers', () => {
	const rowsOf = (...statuses: string[]) => ({
		numbers: statuses.map((status, index) => ({ phone_number: `91226801000${index}`, status })),
	});

	it.each([
		['none', rowsOf(), 'warning', 'No number is listed'],
		['pending', rowsOf('pending', 'pending'), 'warning', 'No number is listed, 2 are being listed'],
		[
			'failed',
			rowsOf('listed', 'failed', 'delisting'),
			'warning',
			'1 number is listed, 1 is being taken off, 1 could not be listed',
		],
		[
			'in words nobody knows',
			rowsOf('listed', 'frozen'),
			'warning',
			'1 number is listed, 1 is in a state that this version does not know',
		],
	])('are told by their states: %s', async (_title, body, result, message) => {
		answer('numbers', body);
		expect(find(await checkSetup(), 'numbers')).toMatchObject({ result, message });
	});

	it.each([
		['listing', 'warning', 'is being listed in the feature set "Fresh Flower Delivery"'],
		['delisting', 'warning', 'is being taken off the feature set "Fresh Flower Delivery"'],
		['failed', 'warning', 'could not be listed in the feature set "Fresh Flower Delivery"'],
		['absent', 'failed', 'is not listed in any feature set of this account'],
	] as const)('that a call comes from may be %s', async (state, result, message) => {
		stage.sandbox.control.seedNumbers({
			featureSetId: FLOWERS,
			state,
			phoneNumbers: ['912268012345'],
		});
		const rows = await checkSetup({ callerNumber: '+912268012345' });
		expect(find(rows, 'callerNumber')).toMatchObject({
			result,
			message: `The caller number ending in 2345 ${message}`,
		});
	});

	it('that cannot be read are a failed check', async () => {
		const rows = await checkSetup({ callerNumber: '022 6801 2345' });
		expect(find(rows, 'callerNumber')).toMatchObject({
			result: 'failed',
			message: "'Caller Number' has no country code",
		});
	});

	it('are searched in one page, which says that there are more', async () => {
		stage.sandbox.control.settings({ limits: { numbersPerPage: 2 }, largestPage: 2 });
		const rows = await checkSetup({ callerNumber: '+912268012345' });
		expect(find(rows, 'numbers')?.message).toBe('Of the first 2 numbers: 2 numbers are listed');
		expect(find(rows, 'callerNumber')).toMatchObject({
			result: 'warning',
			message:
				'The caller number ending in 2345 is not among the first 2 numbers, and there are more',
		});
	});
});
