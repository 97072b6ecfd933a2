import { startSandbox } from '../../../sandbox/server';
import type { Sandbox } from '../../../sandbox/server';
import type { Case } from './cases';
import { judge, REFUSED_RETRY, refusesRetry } from './judge';
import { runCell } from './runCell';
import type { Ran } from './runCell';

/** Repeats and pauses of a cell take up to half of this on a quiet machine. */
export const LONGEST_CELL_MS = 90_000;

let elsewhere: Sandbox;

/** The host that redirects lead to, and where no call may ever arrive. */
export const setUpMatrix = (): void => {
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

type Tested = Pick<Case, 'setUp' | 'fault' | 'onError' | 'retryOnFail'>;

/** Runs a cell and judges it, and returns what ran for further questions. */
export const testCell = async ({ setUp, fault, onError, retryOnFail }: Tested): Promise<Ran> => {
	const cell = retryOnFail && refusesRetry(setUp) ? REFUSED_RETRY : setUp.expected[fault];
	const ran = await runCell(fault, setUp, { onError, retryOnFail }, elsewhere.url);
	judge(ran, cell, { fault, setUp, onError, retryOnFail });
	expect(elsewhere.control.received()).toEqual([]);
	return ran;
};
