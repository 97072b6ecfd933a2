/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
import { createLaneAccount } from '../../../../nodes/Truecaller/api/lanes/laneAccount';
import { createOpenings } from '../../../../nodes/Truecaller/api/lanes/openings';
import { failed, MINUTE, SECOND, TEN_O_CLOCK } from '../../../support/governor';
import { setUpLanes } from '../../../support/lanes';

/** Lets everything happen that waits for nothing but its turn. */
const settle = async () => await new Promise((resolve) => setImmediate(resolve));

let accounts = 0;

const setUp = (count: number) => {
	const stage = setUpLanes();
	const clocks = { elapsed: () => stage.now() - TEN_O_CLOCK, now: stage.now };
	const account = createLaneAccount(`openings ${++accounts}`, clocks);
	const openings = createOpenings(stage.lanes, account);
	let lane = 0;
	const login = async () => {
		const token = await stage.renewMain();
		return token.ok ? { ok: true as const, token: `${token.token}, lane ${++lane}` } : token;
	};
	return {
		...stage,
		account,
		openings,
		/** A call waits for the pace. */
		wait: async () => {
			openings.openMore(count, login);
			await settle();
		},
		open: () => Array.from({ length: 8 }, (_none, each) => each).filter(openings.isOpen),
	};
};

describe('further lanes', () => {
	it('open one after another, each when Truecaller has taken a call on the one before', async () => {
		const { openings, wait, open } = setUp(4);
		await wait();
		expect([open(), openings.isOpening()]).toEqual([[1], true]);
		await wait();
		expect(open()).toEqual([1]);
		expect([openings.noteTaken(1), openings.noteTaken(1)]).toEqual([true, false]);
		await wait();
		expect(open()).toEqual([1, 2]);
		openings.noteTaken(2);
		await wait();
		openings.noteTaken(3);
		await wait();
		expect([open(), openings.isOpening()]).toEqual([[1, 2, 3], false]);
	});

	it('stay closed where no token is given, and open when one is', async () => {
		const { wait, open, answerWith, pass } = setUp(2);
		answerWith(failed({ kind: 'quota' }));
		await wait();
		await wait();
		expect(open()).toEqual([]);
		answerWith(undefined);
		pass(5 * MINUTE);
		await wait();
		expect(open()).toEqual([1]);
	});

	it('close where a token is lost, and open again with the next', async () => {
		const { lanes, wait, open, pass } = setUp(2);
		await wait();
		lanes.drop(1, lanes.tokenOf(1) ?? '');
		expect(open()).toEqual([]);
		pass(60 * SECOND);
		await wait();
		expect(open()).toEqual([1]);
	});

	it('are all closed while one lane is what the account allows, and then open one by one', async () => {
		const { openings, account, wait, open, pass } = setUp(3);
		await wait();
		openings.noteTaken(1);
		await wait();
		openings.noteTaken(2);
		expect(open()).toEqual([1, 2]);
		account.goBack('accountLimit');
		expect(open()).toEqual([]);
		await wait();
		pass(60 * MINUTE);
		expect(open()).toEqual([]);
		await wait();
		await wait();
		expect(open()).toEqual([1]);
	});
});
