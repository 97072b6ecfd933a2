import type { INode } from 'n8n-workflow';

import { customers, personaliseCall } from '../support/calls';
import {
	engine,
	isErrorItem,
	lastKey,
	MARK,
	openSimulation,
	simulate,
} from '../support/simulation';

openSimulation();

const without = (name: string, parameters: INode['parameters']): INode['parameters'] =>
	Object.fromEntries(Object.entries(parameters).filter(([each]) => each !== name));

describe('the simulation', () => {
	it('gives eight customers five kinds of outcome', async () => {
		const lastDigits = ['3210', '0001', '0002', '0003', '0004', '0005', '0006', '0007'];
		const items = customers(...lastDigits.map((last) => `987654${last}`));
		const { items: rows } = await simulate({ parameters: personaliseCall(), items });
		expect(new Set(rows.map(({ json }) => json.outcome))).toEqual(
			new Set(['pushed', 'cannotShow', 'tryAgain', 'refused', 'unknown']),
		);
	});

	it('asks for a label in a new node as with an account, and takes one that its list offers', async () => {
		const call = without('label', personaliseCall());
		const items = customers('02268010001', '02268010002', '02268010003');
		const { items: asked } = await simulate({
			parameters: call,
			items,
			onError: 'continueRegularOutput',
		});
		const { results } = await engine.search('searchLabels', 'kyc', { connectTo: 'simulation' });
		const label = { __rl: true, mode: 'list', value: String(results[0]?.value) };
		const { items: calls } = await simulate({ parameters: { ...call, label }, items });
		expect(asked.map(({ json }) => json.error)).toEqual(asked.map(() => "'Label' is empty"));
		expect(results.map(({ name }) => name)).toEqual(['Acme Bank – KYC']);
		expect(calls.map(({ json }) => json.callRecord)).toEqual(
			items.map(() => expect.objectContaining({ label_id: label.value }) as unknown),
		);
	});

	it('marks the summary of a run that waits for its outcomes', async () => {
		const parameters = personaliseCall({
			operation: 'personaliseBulk',
			waitUntilFinished: true,
			summary: true,
		});
		const { items: rows } = await simulate({
			parameters,
			items: customers('9876543210', '9876540001', '9876540005'),
		});
		expect(rows).toHaveLength(1);
		expect(rows[0]?.json).toMatchObject({ total: 3, pushed: 1, cannotShow: 1, refused: 1 });
		expect(rows.map(lastKey)).toEqual([MARK]);
	});

	it('knows a batch from one execution to the next', async () => {
		const { items: sent } = await simulate({
			parameters: personaliseCall({ operation: 'personaliseBulk' }),
			items: customers('9876543210', '9876540001', '9876540002'),
		});
		const parameters = {
			resource: 'batch',
			operation: 'getStatus',
			batchId: String(sent[0]?.json.batchId),
			options: { waitUntilFinished: true },
		};
		const { items: rows } = await simulate({ parameters });
		expect(rows.map(({ json }) => json.outcome).sort()).toEqual([
			'cannotShow',
			'cannotShow',
			'pushed',
		]);
		expect(rows.map(lastKey)).toEqual([MARK, MARK, MARK]);
	});

	it('says of a batch of another process or an earlier one that it is not kept here', async () => {
		const parameters = { resource: 'batch', operation: 'getStatus', batchId: 'b-1' };
		const { items: rows } = await simulate({ parameters, onError: 'continueRegularOutput' });
		expect(rows.map(({ json }) => json)).toEqual([
			{
				error: 'This simulation does not know the batch',
				details: {
					truecallerSaid: 'batch not found',
					field: 'batchId',
					batchId: 'b-1',
					advice:
						'A simulated batch is kept in the memory of one n8n process and forgotten when that process restarts. In queue mode, send the batch and ask for its status in the same execution. Or send the batch again.',
					simulated: true,
				},
			},
		]);
	});

	it('marks the items of a run that is refused as a whole', async () => {
		const { items: rows } = await simulate({
			parameters: personaliseCall({}, { maxCalls: 1 }),
			items: customers('9876543210', '9876543211', '9876543212'),
			onError: 'continueRegularOutput',
		});
		expect(rows.map(lastKey)).toEqual([MARK, MARK, MARK]);
		expect(rows.every(isErrorItem)).toBe(true);
	});

	it('says so in a hint', async () => {
		const { run } = await simulate({
			parameters: personaliseCall(),
			items: customers('9876543210'),
		});
		const hints = run.data.resultData.runData.Truecaller?.[0]?.hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual([
			"This run was a simulation: nothing was sent to Truecaller, and no phone showed anything. To use your account, set 'Connect To' to My Truecaller Account.",
			'1 call was pushed. Next: place the calls.',
		]);
	});

	it.each([
		['searchLabels', 12],
		['searchFeatureSets', 8],
	])('fills the picker %s without a credential', async (picker, count) => {
		const simulation = { connectTo: 'simulation' };
		const { results } = await engine.search(picker, '', simulation, { withoutCredential: true });
		expect(results).toHaveLength(count);
	});
});

it.each([{}, { connectTo: 'truecaller' }])(
	'without a credential the account stays an error in plain words, and no item is marked: %j',
	async (connectTo) => {
		const { items: rows } = await engine.runNode({
			parameters: { ...connectTo, ...personaliseCall() },
			items: customers('9876543210', '9876543211', '9876543212'),
			onError: 'continueRegularOutput',
			withoutCredential: true,
		});
		expect(rows.map(({ json }) => json)).toEqual(
			rows.map(() => ({
				error: 'Node does not have any credentials set',
				details: {
					advice:
						"Choose a Truecaller credential in this node. To try it without an account, set 'Connect To' to Simulation.",
				},
			})),
		);
		expect(rows).toHaveLength(3);
	},
);
