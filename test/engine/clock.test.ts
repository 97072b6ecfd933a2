import { checkSetup } from '../support/checkSetup';
import { manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

const HOUR_MS = 3_600_000;
const BEHIND =
	"The clock of this n8n is 3 hours behind Truecaller's. Set the clock of the machine that n8n runs on. Until then, Truecaller may refuse a call because its window is over.";
const AHEAD =
	"The clock of this n8n is 2 hours ahead of Truecaller's. Set the clock of the machine that n8n runs on. Until then, a call that is to start now shows its name and reason too late.";

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const run = async (operation = 'personalise') => {
	const { items, run: ended } = await stage.engine.runNode({
		parameters: personaliseCall({ operation }),
		items: manyCustomers(3),
	});
	const hints = ended.data.resultData.runData.Truecaller?.[0]?.hints ?? [];
	return { rows: items.map(({ json }) => json), hints: hints.map(({ message }) => message) };
};

describe('a clock of n8n that is hours off', () => {
	it.each(['personalise', 'personaliseBulk'])(
		'is named beside the output when it is behind (%s)',
		async (operation) => {
			stage.sandbox.control.advanceClock(3 * HOUR_MS);
			expect((await run(operation)).hints).toContain(BEHIND);
		},
	);

	it('is named as the cause where Truecaller refuses a window that is over by its own clock', async () => {
		stage.sandbox.control.advanceClock(3 * HOUR_MS);
		const { rows } = await run();
		expect(rows.map(({ outcome, reason, advice }) => [outcome, reason, advice])).toEqual(
			Array(3).fill([
				'refused',
				'invalidInput',
				"Correct the time first: the clock of this n8n is 3 hours behind Truecaller's",
			]),
		);
	});

	it('is named beside the output when it is ahead, although Truecaller takes the calls', async () => {
		const date = new Date(Date.now() - 2 * HOUR_MS).toUTCString();
		const body = { status_info: { status: 'success', message: 'ok' } };
		stage.sandbox.control.next({ route: 'realTimeV2', status: 200, body, headers: { date } });
		const { rows, hints } = await run();
		expect(rows.map(({ outcome }) => outcome)).toEqual(['pushed', 'pushed', 'pushed']);
		expect(hints).toContain(AHEAD);
	});

	it('is a warning of Check Setup', async () => {
		stage.sandbox.control.advanceClock(3 * HOUR_MS);
		const [login] = await checkSetup(stage.engine);
		expect(login).toMatchObject({
			check: 'login',
			result: 'warning',
			message:
				"The login works: Client Account ID, Key ID and Secret API Key fit together, but the clock of this n8n is 3 hours behind Truecaller's",
			advice: expect.stringMatching(/^Set the clock of the machine/),
		});
	});

	it('is not spoken of when it is right', async () => {
		expect((await run()).hints.filter((hint) => hint.includes('clock'))).toEqual([]);
	});
});
