import type { INode } from 'n8n-workflow';

import { customers, manyCustomers, personaliseCall } from '../support/calls';
import type { NodeSetUp } from '../support/engine';
import { changeNumbers, FLOWERS } from '../support/numbers';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const run = async (setUp: NodeSetUp) => {
	const { items, run: ran } = await stage.engine.runNode(setUp);
	const hints = ran.data.resultData.runData.Truecaller?.[0]?.hints ?? [];
	return { items, hints: hints.map(({ message }) => message) };
};
const hintsOf = async (parameters: INode['parameters']) => (await run({ parameters })).hints;

const bulk = (more: INode['parameters'] = {}) =>
	personaliseCall({ operation: 'personaliseBulk', ...more });
const seed = (state: 'listed' | 'listing', ...phoneNumbers: string[]) =>
	stage.sandbox.control.seedNumbers({ featureSetId: FLOWERS, state, phoneNumbers });

describe('the hint after a run', () => {
	it('counts what was accepted, the batches and what was not sent, and says what to do next', async () => {
		const items = [...manyCustomers(1_001), ...customers('call me', '98765')];
		const { hints, items: out } = await run({
			parameters: bulk(),
			items,
			onError: 'continueRegularOutput',
		});
		expect(hints).toEqual([
			'1,001 calls were accepted in 3 batches. Next: Batch → Get Status says what became of them. 2 items could not be sent: see the error.',
		]);
		const batchId = String(out[0]?.json.batchId);
		stage.sandbox.control.advanceClock(60_000);
		expect(await hintsOf({ resource: 'batch', operation: 'getStatus', batchId })).toEqual([
			'500 calls: 500 pushed.',
		]);
	});

	it('says what became of calls that were made at once', async () => {
		const items = customers('9876540000', '9876540001', '9876540010', '9876540001');
		expect((await run({ parameters: personaliseCall(), items })).hints).toEqual([
			'2 of 4 calls were not pushed: 2 not on Truecaller.',
		]);
		expect((await run({ parameters: personaliseCall(), items: manyCustomers(3) })).hints).toEqual([
			'3 calls were pushed. Next: place the calls.',
		]);
	});

	it('says which calls of a batch are still running when the wait is over', async () => {
		stage.sandbox.control.settings({ batchSettleMs: 60_000 });
		const parameters = bulk({ waitUntilFinished: true, maxWait: 1 });
		expect((await run({ parameters, items: manyCustomers(3) })).hints).toEqual([
			'3 calls were still running. Next: Batch → Get Status says what became of them.',
		]);
	});

	it('counts the numbers of a change by what became of them', async () => {
		seed('listed', '912268012345');
		const numbers = '+91 22 6801 2345\n+91 22 6801 0001\nreception\n+91 22 6801 0002';
		expect(await hintsOf(changeNumbers('list', numbers))).toEqual([
			'4 numbers: 2 accepted, 1 already there, 1 invalid. Next: Number → Get Many shows in a minute what became of them.',
		]);
		expect(await hintsOf(changeNumbers('delist', '+91 22 6801 9999'))).toEqual([
			'1 number: 1 not there.',
		]);
	});

	it('says what a sync planned, and what it did', async () => {
		seed('listed', '912268012345', '912268012346', '912268012347');
		const wanted = '+91 22 6801 2345, +91 22 6801 2346, +91 22 6801 0001';
		const [planned = ''] = await hintsOf(changeNumbers('sync', wanted));
		expect(planned).toMatch(
			/^Plan for \d+ numbers: .*2 to keep.* Nothing was changed\. Next: set 'Mode' to Apply to carry it out\.$/,
		);
		const apply = changeNumbers('sync', wanted, { mode: 'apply' }, { maxRemovals: 10 });
		expect((await hintsOf(apply))[0]).toMatch(
			/^Applied to \d+ numbers: .* Next: Number → Get Many/,
		);
	});

	it('says that a list may go on, and why nothing is in it', async () => {
		const getMany = { resource: 'featureSet', operation: 'getMany' };
		expect(await hintsOf({ ...getMany, limit: 3 })).toEqual([
			"3 feature sets returned. That is as many as 'Limit' allows, so there may be more. Next: switch on 'Return All'.",
		]);
		expect(await hintsOf({ ...getMany, returnAll: true })).toEqual([
			expect.stringMatching(/^\d+ feature sets returned\.$/),
		]);
		expect(await hintsOf({ ...getMany, filters: { departmentId: 'nowhere' } })).toEqual([
			'No feature set was found. An ID that Truecaller does not know matches nothing: look at the Filters, and choose from their lists.',
		]);
		expect(await hintsOf({ resource: 'label', operation: 'getMany' })).toEqual([
			expect.stringMatching(/^\d+ labels returned\.$/),
		]);
	});

	it('counts the checks of a set-up', async () => {
		expect(await hintsOf({ resource: 'account', operation: 'checkSetup' })).toEqual([
			expect.stringMatching(/^5 checks: \d ok/),
		]);
	});
});
