import type { IDataObject } from 'n8n-workflow';

import { checkSetup as run, findRow as find, resultsOf as results } from '../support/checkSetup';
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

describe('a Truecaller with a fault of its own', () => {
	it('fails the check that met it, and no other', async () => {
		stage.sandbox.control.next({ route: 'labels', status: 500, times: 100 });
		const rows = await checkSetup();
		expect(results(rows)).toEqual([
			'login: ok',
			'callPersonalisation: failed',
			'labels: skipped',
			'featureSets: warning',
			'numbers: ok',
		]);
		expect(find(rows, 'callPersonalisation')?.message).toBe(
			'The access to Call Personalisation could not be checked: Truecaller has a fault of its own at the moment',
		);
	});

	it('does not pass for an empty account', async () => {
		answer('labels', { rows: [] });
		answer('featureSets', { rows: [] });
		answer('numbers', '<html>Bad gateway</html>');
		const rows = await checkSetup();
		expect(results(rows)).toEqual([
			'login: warning',
			'callPersonalisation: failed',
			'labels: skipped',
			'featureSets: failed',
			'numbers: failed',
		]);
	});

	it('that turns the access token away is asked for nothing more', async () => {
		stage.sandbox.control.next({ route: 'labels', status: 401, times: 10 });
		const [login, ...others] = await checkSetup();
		expect(login).toMatchObject({
			result: 'failed',
			message: 'Truecaller does not accept the access token, not even a new one',
		});
		expect(others.map(({ result }) => result)).toEqual(Array(4).fill('skipped'));
		expect(stage.sandbox.control.received('featureSets')).toEqual([]);
		// A login, and one more because Truecaller turned even the new token away.
		expect(stage.sandbox.control.received('token')).toHaveLength(2);
	});
});
