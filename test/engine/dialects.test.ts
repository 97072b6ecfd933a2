import type { IDataObject, INode } from 'n8n-workflow';

import type { SettingsChange } from '../../sandbox/settings/settings';
import { customers, manyCustomers, personaliseCall } from '../support/calls';
import { checkSetup, findRow } from '../support/checkSetup';
import { LEAST_FAVOURABLE, requestsOf } from '../support/dialects';
import { changeNumbers } from '../support/numbers';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
	stage.sandbox.control.settings({ batchSettleMs: 0, batchWithBadRecord: 'refused' });
});
afterEach(async () => {
	await stage.sandbox.close();
});

const speak = (settings: SettingsChange): void => void stage.sandbox.control.settings(settings);

const bulk = (more: INode['parameters'] = {}, options: IDataObject = {}) =>
	personaliseCall({ operation: 'personaliseBulk', ...more }, options);

/** Runs a node, and says what came out, which requests it took and which hints it showed. */
const run = async (parameters: INode['parameters'], items: IDataObject[] = [{}]) => {
	const before = requestsOf(stage.sandbox).length;
	const result = await stage.engine.runNode({ parameters, items });
	const hints = (result.run.data.resultData.runData.Truecaller?.[0]?.hints ?? []).map(
		({ message }) => message,
	);
	const requests = requestsOf(stage.sandbox)
		.slice(before)
		.map(({ route, status }) => `${route} ${status}`);
	return { ...result, requests, hints };
};
const outcomesOf = ({ items }: Awaited<ReturnType<typeof run>>) =>
	items.map(({ json }) => json.outcome ?? json.result);

describe('an account that wants numbers with +', () => {
	beforeEach(() => speak({ callNumbers: 'withPlus' }));

	it('gets one more request in the first run, and none in the next', async () => {
		const first = await run(personaliseCall(), manyCustomers(30));
		expect(outcomesOf(first)).toEqual(Array(30).fill('pushed'));
		expect(first.requests).toEqual(['realTimeV2 400', ...Array<string>(30).fill('realTimeV2 200')]);
		expect(first.items[0]?.json.callRecord).toMatchObject({ receiver_number: '+919876510000' });
		const found = (hints: string[]) => hints.filter((hint) => hint.startsWith('This account'));
		expect(found(first.hints)).toEqual([
			"This account wants numbers with +, which differs from Truecaller's newest documentation. To find this out, a refused request was sent again in another form. To skip the search, set Options → Number Format to With +.",
		]);
		const next = await run(personaliseCall(), manyCustomers(3));
		expect(next.requests).toEqual(Array(3).fill('realTimeV2 200'));
		expect(found(next.hints)).toEqual([]);
	});

	it.each(['asDocumented', 'withoutPlus'])(
		'gets what was chosen when Number Format is %s, and the refusal is told',
		async (numberFormat) => {
			const { items, requests } = await run(
				personaliseCall({}, { numberFormat }),
				manyCustomers(3),
			);
			expect(requests).toEqual(Array(3).fill('realTimeV2 400'));
			expect(items.map(({ json }) => json.outcome)).toEqual(Array(3).fill('refused'));
			expect(items[1]?.json.message).toBe(
				'Request body is invalid: caller_number must be in E.164 format, with +',
			);
		},
	);

	it('gets what was typed when checks are off', async () => {
		const { requests } = await run(personaliseCall({}, { checks: 'off' }), customers('98765', '4'));
		expect(requests).toEqual(['realTimeV2 400', 'realTimeV2 400']);
	});

	it('is told in the facts of Check Setup', async () => {
		await run(personaliseCall(), manyCustomers(3));
		const facts = findRow(await checkSetup(stage.engine, { includeFacts: true }), 'facts');
		expect(facts?.details.dialects).toContainEqual({
			row: 'C4',
			contradiction: 'plus',
			request: 'POST /v2/clients/{account}/dynamic_call_record',
			form: 'withPlus',
			isDocumented: false,
			refused: ['withoutPlus'],
		});
	});
});

describe('an account without version 3', () => {
	beforeEach(() => speak({ missingRoutes: ['v3'] }));

	it('gets its batches and their status in version 2', async () => {
		const first = await run(bulk({ waitUntilFinished: true, maxWait: 10 }), manyCustomers(1_201));
		expect(outcomesOf(first)).toEqual(Array(1_201).fill('pushed'));
		expect(first.requests.filter((each) => each.startsWith('batchV'))).toEqual([
			'batchV3 404',
			...Array<string>(3).fill('batchV2 200'),
			...Array<string>(3).fill('batchV2Status 200'),
		]);
		const status = await run({
			resource: 'batch',
			operation: 'getStatus',
			batchId: String(first.items[0]?.json.batchId),
		});
		expect(status.items).toHaveLength(500);
		expect(status.requests).toEqual(['batchV2Status 200']);
	});

	it('gets nothing but the version that was chosen, and the refusal is told', async () => {
		const { error, requests } = await run(bulk({}, { apiVersion: 'v3' }), manyCustomers(3));
		expect(error?.message).toBe('Truecaller does not know version 3 of this call [item 0]');
		expect(requests).toEqual(['batchV3 404']);
	});

	it('is asked for a batch of another process in version 3 first, then in version 2', async () => {
		const { items } = await run(bulk({}, { apiVersion: 'v2' }), manyCustomers(3));
		const other = await setStage({ baseUrl: stage.sandbox.url + '/' });
		const batchId = String(items[0]?.json.batchId);
		const { items: rows } = await other.engine.runNode({
			parameters: { resource: 'batch', operation: 'getStatus', batchId },
		});
		await other.sandbox.close();
		expect(rows).toHaveLength(3);
		expect(requestsOf(stage.sandbox).map(({ route }) => route)).toEqual([
			'batchV2',
			'batchV3Status',
			'batchV2Status',
		]);
	});

	it('tells an unknown batch after one look, because the route is there', async () => {
		speak({ missingRoutes: [] });
		const { error, requests } = await run({
			resource: 'batch',
			operation: 'getStatus',
			batchId: 'b0b0b0b0-0000-4000-8000-000000000000',
		});
		expect(error?.message).toBe('Truecaller does not know this batch');
		expect(requests).toEqual(['batchV3Status 404']);
	});

	it('and without any other is told in words that name none of them', async () => {
		speak({ missingRoutes: ['v1', 'v2', 'v3'] });
		const { error, requests } = await run(bulk(), manyCustomers(1_201));
		expect(error?.message).toBe(
			'Truecaller knows none of the documented versions of this call [item 0]',
		);
		expect(requests).toEqual([
			'batchV3 404',
			'batchV2 404',
			'batchV1 404',
			'batchV3 404',
			'batchV3 404',
		]);
	});
});

describe('an account that wants the name of the label', () => {
	it('gets it from the list of labels, which is read once for each label', async () => {
		speak({ labelNameRequired: true });
		const first = await run(personaliseCall(), manyCustomers(3));
		expect(first.requests).toEqual([
			'realTimeV2 400',
			'labels 200',
			...Array<string>(3).fill('realTimeV2 200'),
		]);
		expect(first.items[2]?.json.callRecord).toMatchObject({
			dynamic_label_name: 'FlowerEra Delivery',
		});
		const label = { __rl: true, mode: 'id', value: 'c6d86658-008d-4c08-98fb-2bf2649d59a5' };
		const next = await run(personaliseCall({ label }), manyCustomers(2));
		expect(next.requests).toEqual(['realTimeV2 200', 'realTimeV2 200']);
		expect(next.items[1]?.json.callRecord).toMatchObject({ dynamic_label_name: 'Flower rasm' });
	});

	it('and whose labels cannot be read, hears the first refusal', async () => {
		speak({ labelNameRequired: true });
		stage.sandbox.control.next({ route: 'labels', status: 403 });
		const { items, requests } = await run(personaliseCall(), manyCustomers(3));
		expect(items.map(({ json }) => json.message)).toEqual(
			Array(3).fill('Request body is invalid: dynamic_label_name is required'),
		);
		expect(requests).toEqual(['realTimeV2 400', 'labels 403', 'realTimeV2 400', 'realTimeV2 400']);
	});
});

describe('a batch that Truecaller accepts, to refuse every call in it for its form later', () => {
	it('is not sent again, and the next run writes the other form', async () => {
		speak({ batchWithBadRecord: 'accepted', callNumbers: 'withoutPlus' });
		const first = await run(bulk({ waitUntilFinished: true, maxWait: 5 }), manyCustomers(3));
		expect(outcomesOf(first)).toEqual(Array(3).fill('refused'));
		expect(first.requests.filter((each) => each === 'batchV3 200')).toHaveLength(1);
		expect(first.hints).toContain(
			'Truecaller accepted a batch and then refused every call in it for its form, so none of them was pushed. From now on calls are written in the other documented form: send them again.',
		);
		const next = await run(bulk({ waitUntilFinished: true, maxWait: 5 }), manyCustomers(3));
		expect(outcomesOf(next)).toEqual(Array(3).fill('pushed'));
	});
});

describe('an account that departs from the documentation in everything', () => {
	it('is met by every operation without any option, with one more request per departure', async () => {
		speak(LEAST_FAVOURABLE.settings);
		const calls = await run(personaliseCall(), manyCustomers(4));
		expect(outcomesOf(calls)).toEqual(Array(4).fill('pushed'));
		expect(calls.requests).toHaveLength(4 + 6 + 2);
		const many = await run(bulk(), manyCustomers(1_201));
		expect(outcomesOf(many)).toEqual(Array(1_201).fill('accepted'));
		expect(many.requests).toEqual(['batchV3 404', ...Array<string>(3).fill('batchV2 200')]);
		const batchId = String(many.items[0]?.json.batchId);
		const status = await run({ resource: 'batch', operation: 'getStatus', batchId });
		expect(outcomesOf(status)).toEqual(Array(500).fill('pushed'));
		expect(status.requests).toEqual(['batchV2Status 200']);
		const listed = await run(changeNumbers('list', '+912268019101, +912268019102'));
		expect(outcomesOf(listed)).toEqual(['accepted', 'accepted']);
		expect(listed.requests).toEqual(['publish 400', 'publish 200']);
		const delisted = await run(changeNumbers('delist', '+912268012345, +912268012346'));
		expect(delisted.requests).toEqual(['delist 200']);
		for (const resource of ['label', 'featureSet', 'number']) {
			const { requests } = await run({ resource, operation: 'getMany' });
			expect(requests.filter((each) => !each.endsWith(' 200'))).toEqual([]);
		}
		const checked = await checkSetup(stage.engine);
		expect(checked.map(({ result }) => result)).not.toContain('failed');
	});
});
