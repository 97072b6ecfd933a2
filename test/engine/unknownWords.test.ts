import type { IDataObject, INode } from 'n8n-workflow';

import { customers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const hintsOf = async (parameters: INode['parameters'], items: readonly IDataObject[] = [{}]) => {
	const { run } = await stage.engine.runNode({ parameters, items });
	return (run.data.resultData.runData.Truecaller?.[0]?.hints ?? []).map(({ message }) => message);
};

const answer = (route: string, body: unknown, status = 200) =>
	stage.sandbox.control.next({ route, status, body, times: 10 });

const hint = (words: string) =>
	`Truecaller answered in words that this version does not know: ${words}. Please report them, with the facts of Account → Check Setup (switch on Options → Include Facts).`;

const getMany = { resource: 'number', operation: 'getMany' };

describe('words that this version does not know', () => {
	it('are named once in a hint beside the output of calls', async () => {
		answer('realTimeV2', { status_info: { status: 'error', message: 'Receiver opted out' } }, 400);
		const hints = await hintsOf(
			personaliseCall(),
			customers('9876540000', '9876540010', '9876540020'),
		);
		expect(hints).toContain(hint('"Receiver opted out"'));
		expect(hints.filter((each) => each.includes('does not know'))).toHaveLength(1);
	});

	it('are named for the rows of a batch', async () => {
		const rows = [
			{ status_info: { status: 'parked' } },
			{ status_info: { status: 'error', message: 'No slot' } },
		];
		answer('batchV3Status', { data: rows });
		expect(await hintsOf({ resource: 'batch', operation: 'getStatus', batchId: 'b1' })).toEqual([
			hint('"parked", "No slot"'),
			'2 calls: 1 running, 1 unclear. Next: run this again in a minute.',
		]);
	});

	it('are named for the states of numbers, three at most', async () => {
		const statuses = ['frozen', 'listed', 'thawed', 'melted', 'boiled'];
		answer('numbers', {
			numbers: statuses.map((status) => ({ phone_number: '912268012345', status })),
		});
		expect(await hintsOf(getMany)).toEqual([
			hint('"frozen", "thawed", "melted" and others'),
			'5 numbers returned.',
		]);
	});

	it('are named without keys and whole phone numbers', async () => {
		const status = 'held for 919876543210 by aaaaaaaa-1111-4111-8111-111111111111';
		answer('numbers', { numbers: [{ phone_number: '912268012345', status }] });
		expect(await hintsOf(getMany)).toEqual([hint('"held for …3210 by …"'), '1 number returned.']);
	});

	it('are none where all is as documented, or refused in known words', async () => {
		expect(await hintsOf(getMany)).toEqual(['6 numbers returned.']);
		answer('realTimeV2', { status_info: { status: 'error', message: 'Failed to push' } }, 400);
		const hints = await hintsOf(personaliseCall(), customers('9876540000'));
		expect(hints).toEqual([expect.stringMatching(/^1 of 1 call was not pushed/)]);
	});
});
