/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
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

const seconds = async (count: number) =>
	await new Promise((resolve) => setTimeout(resolve, count * 1_000));
const received = (route: string) => stage.sandbox.control.received(route).length;
const until = async (isSo: () => boolean) => {
	while (!isSo()) await seconds(0.01);
};

describe('an execution that is stopped', () => {
	it('tells which calls were pushed, which are under way and which were not sent', async () => {
		await stage.engine.runNode({ parameters: personaliseCall(), items: manyCustomers(1) });
		stage.sandbox.control.next({ route: 'realTimeV2', times: 3, delayMs: 1 });
		stage.sandbox.control.next({ route: 'realTimeV2', times: 1_000, connection: 'hang' });
		const { result, stop } = stage.engine.startNode({
			parameters: personaliseCall(),
			items: manyCustomers(400),
		});
		await until(() => received('realTimeV2') > 20);
		await seconds(0.5);
		const stoppedAt = Date.now();
		stop();
		const { error } = await result;
		expect(Date.now() - stoppedAt).toBeLessThan(3_000);
		expect(error?.description).toMatch(
			/Already pushed, and a second run would send them again: items 0–2\./,
		);
		expect(error?.description).toMatch(/Under way, and may be pushed as well: items 3–\d+\./);
		expect(error?.description).toMatch(/Not sent: items \d+–399\.$/);
	}, 60_000);

	it('tells whole which items are in which batch, and which batch is under way', async () => {
		const parameters = personaliseCall({ operation: 'personaliseBulk' });
		await stage.engine.runNode({ parameters, items: manyCustomers(1) });
		stage.sandbox.control.next({ route: 'batchV3', times: 1, delayMs: 1 });
		stage.sandbox.control.next({ route: 'batchV3', times: 1, connection: 'hang' });
		const { result, stop } = stage.engine.startNode({ parameters, items: manyCustomers(1_500) });
		await until(() => received('batchV3') > 3);
		await seconds(0.5);
		stop();
		const { error } = await result;
		expect(error?.message).toMatch(
			/^The execution was stopped before Truecaller answered \[item \d+\]$/,
		);
		expect(error?.description).toMatch(
			/Already accepted by Truecaller, and a second run would send them again: items [\d– and]+\. Batches: [\da-f-]{36}, [\da-f-]{36}\. Under way, and may be accepted by Truecaller as well: items \d+–\d+\.$/,
		);
	}, 60_000);
});
