import { manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

const OTHER_ACCOUNT = '22222222-2222-4222-8222-222222222222';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const run = async (count = 3) =>
	await stage.engine.runNode({ parameters: personaliseCall(), items: manyCustomers(count) });
const logins = () => stage.sandbox.control.received('token');

describe('an access token belongs to the key that it was issued for', () => {
	it('and is not sent for another Client Account ID, however young it is', async () => {
		await run();
		stage.engine.credentials.stored.clientAccountId = OTHER_ACCOUNT;
		const { error } = await run();
		expect(error?.message).toBe('This API key does not belong to this Client Account ID [item 0]');
		expect(logins()).toHaveLength(2);
	});

	it('and is not sent for another key of the same account, nor asked for again when that comes back', async () => {
		const { withoutCallPersonalisation, full } = stage.sandbox.keys;
		await run();
		Object.assign(stage.engine.credentials.stored, withoutCallPersonalisation);
		const { error } = await run();
		expect(error?.message).toBe('Truecaller does not allow this with your API key [item 0]');
		Object.assign(stage.engine.credentials.stored, full);
		expect((await run()).items.map(({ json }) => json.outcome)).toEqual(Array(3).fill('pushed'));
		expect(logins()).toHaveLength(2);
	});

	it('so that a run whose items have different accounts sends nothing', async () => {
		const { clientAccountId } = stage.sandbox.keys.full;
		stage.engine.credentials.ofItem = (index) => ({
			clientAccountId:
				[clientAccountId, clientAccountId, OTHER_ACCOUNT, clientAccountId][index] ?? '',
		});
		const { error, items } = await run(4);
		expect(error?.message).toBe(
			'The credential gives different keys for the items of this run [item 0]',
		);
		expect(items).toEqual([]);
		expect(stage.sandbox.control.received()).toEqual([]);
	});

	it('and a run is made where expressions give all items the same account', async () => {
		const { clientAccountId } = stage.sandbox.keys.full;
		stage.engine.credentials.ofItem = (index) => ({
			clientAccountId: index < 4 ? clientAccountId : '',
		});
		expect((await run(4)).items).toHaveLength(4);
	});
});
