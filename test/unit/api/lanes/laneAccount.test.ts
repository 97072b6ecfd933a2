import {
	createLaneAccount,
	isAccountWide,
} from '../../../../nodes/Truecaller/api/lanes/laneAccount';
import type { Settled } from '../../../../nodes/Truecaller/api/lanes/laneAccount';
import { explainOneLane } from '../../../../nodes/Truecaller/api/lanes/oneLaneHint';
import { takeSlot } from '../../../../nodes/Truecaller/api/pacing/pace';
import { TEN_O_CLOCK } from '../../../support/governor';

const HOUR_MS = 60 * 60_000;

const settled = (isRefused: boolean, ...lanes: number[]): Settled[] =>
	lanes.map((lane, index) => ({ lane, startMs: index, isRefused }));
const taken = (times: number): Settled[] => settled(false, ...Array<number>(times).fill(0));
const refused = (...lanes: number[]): Settled[] => settled(true, ...lanes);

describe('a limit for the whole account', () => {
	it('is what lets through what one token may send, and turns calls away on further lanes', () => {
		expect(isAccountWide([...taken(20), ...refused(0, 1, 1, 1, 1)], 20)).toBe(true);
		expect(isAccountWide([...taken(3), ...refused(0, 1, 2, 3, 3)], 20)).toBe(true);
	});

	it.each([
		['few calls', [...taken(20), ...refused(0, 1, 2, 3)]],
		['calls beside more than one token may send', [...taken(22), ...refused(0, 1, 1, 2, 2, 3)]],
		[
			"calls of n8n's own token alone, which others use too",
			[...taken(20), ...refused(0, 0, 0, 0, 0, 0)],
		],
	])('is not what turns away %s', (_what, window) => {
		expect(isAccountWide(window, 20)).toBe(false);
	});
});

let accounts = 0;

/** An account whose clocks only tests move; each has windows of its own. */
const setUp = () => {
	let ms = 0;
	const clocks = { elapsed: () => ms, now: () => TEN_O_CLOCK + ms };
	const account = createLaneAccount(`account ${++accounts}`, clocks);
	const [main, second] = account.pacesOf('realTime');
	if (!main || !second) throw new Error('There are no lanes');
	const send = (pace: typeof main, times: number) => {
		for (let time = 0; time < times; time++) takeSlot(pace, (ms += 1));
		return Array.from({ length: times }, (_none, index) => ms - times + 1 + index);
	};
	return { account, main, second, send, now: () => ms, pass: (more: number) => (ms += more) };
};

/** A hundred calls on each of two lanes; all but one of the second lane are refused, and one of the first. */
const turnAway = () => {
	const stage = setUp();
	const { account, main, second, send } = stage;
	const note = (lane: number, startMs: number, isRefused: boolean) =>
		account.note('realTime', { lane, startMs, isRefused });
	send(main, 100).forEach((startMs, index) => note(0, startMs, index === 50));
	send(second, 100).forEach((startMs, index) => note(1, startMs, index > 0));
	return { ...stage, note };
};

describe('an account whose calls are turned away on several lanes', () => {
	it('goes back to one lane for an hour, and says so with what to do', () => {
		const { account, pass } = turnAway();
		const oneLane = account.oneLane();
		expect(oneLane?.reason).toBe('accountLimit');
		expect(explainOneLane(oneLane)).toBe(
			'With several access tokens Truecaller let through no more than with one, as if one limit counted for your whole account. Until 11:00 UTC calls go out with one token only. Ask Truecaller for the limits of your account, or set Parallel Tokens in the credential to 1.',
		);
		pass(HOUR_MS - 200);
		expect(account.oneLane()).toBeDefined();
		pass(200);
		expect(account.oneLane()).toBeUndefined();
		expect(explainOneLane(account.oneLane())).toBeUndefined();
	});

	it('counts in the window of the one lane what all lanes got through, and starts at its full pace', () => {
		const { main, note } = turnAway();
		// The refused call of the first lane is not among them, and 24 of the second lane's were known to be refused by then.
		expect(main.starts).toHaveLength(100);
		expect(main.starts.filter((startMs) => startMs <= 100)).toHaveLength(24);
		note(0, 3, true);
		expect(main.slowed.refused).toBe(0);
	});

	it('slows the one lane down as usual for a call that was sent after that', () => {
		const { main, send, note } = turnAway();
		const [startMs = 0] = send(main, 1);
		note(0, startMs, true);
		expect(main.slowed.refused).toBe(1);
	});

	it('looks at one window, and not at calls from before it', () => {
		const { account, main, second, send, pass } = setUp();
		const refuse = (lane: number, startMs: number) =>
			account.note('realTime', { lane, startMs, isRefused: true });
		send(main, 20).forEach((startMs) => refuse(0, startMs));
		pass(2_000);
		send(second, 24).forEach((startMs) => refuse(1, startMs));
		expect(account.oneLane()).toBeUndefined();
	});
});
