import { startSandbox } from '../../../sandbox/server';
import type { Sandbox } from '../../../sandbox/server';
import type { Case } from './cases';
import { EXPECTED } from './expected';
import { judge, REFUSED_RETRY, refusesRetry } from './judge';
import { runCell } from './runCell';
import { SET_UPS } from './setUps';

/** Repeats and pauses of a cell take up to half of this on a quiet machine. */
export const LONGEST_CELL_MS = 90_000;

let elsewhere: Sandbox;

/** The host that redirects lead to, and where no call may ever arrive. */
export const setUpMatrix = (): void => {
	// On a machine that stalls, a pause or a time limit can pass too early: what fails is run once more, alone.
	jest.retryTimes(1);
	beforeAll(async () => {
		// The shortest pauses that there are: their spread is tested by itself.
		jest.spyOn(Math, 'random').mockReturnValue(0);
		elsewhere = await startSandbox();
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		await elsewhere.close();
	});
};

export const testCell = async ({ route, fault, onError, retryOnFail }: Case): Promise<void> => {
	const setUp = SET_UPS[route];
	const cell = retryOnFail && refusesRetry(setUp) ? REFUSED_RETRY : EXPECTED[route][fault];
	const ran = await runCell(fault, setUp, { onError, retryOnFail }, elsewhere.url);
	judge(ran, cell, { fault, setUp, onError, retryOnFail });
	expect(elsewhere.control.received()).toEqual([]);
};
