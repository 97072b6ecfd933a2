import type { LoginAnswer } from '../../../../nodes/Truecaller/api/access/loginFailure';
import type { TokenAnswer } from '../../../../nodes/Truecaller/api/access/tokens';
import {
	failed,
	KEY,
	logInTimes,
	MINUTE,
	NO_TOKEN,
	OTHER_KEY,
	SECOND,
	setUp,
	TEN_O_CLOCK,
	tokenOf,
} from '../../../support/governor';

describe('sharing a token', () => {
	it.each([1, 20])('logs in once for %i executions that start at the same time', async (count) => {
		const { renew, loginTimes } = setUp();
		const answers = await Promise.all(Array.from({ length: count }, async () => await renew()));
		expect(answers).toEqual(
			answers.map(() => ({ ok: true, token: 'token-1', issuedAtMs: TEN_O_CLOCK })),
		);
		expect(loginTimes).toHaveLength(1);
	});

	it('gives an execution with an older token the newest one', async () => {
		const { renew, pass, loginTimes } = setUp();
		const first = tokenOf(await renew());
		pass(10 * MINUTE);
		const second = tokenOf(await renew(first));
		pass(10 * MINUTE);
		expect(tokenOf(await renew(first))).toEqual(second);
		expect(tokenOf(await renew())).toEqual(second);
		expect(loginTimes).toHaveLength(2);
	});

	it.each([
		[55 * MINUTE - 1, 1],
		[55 * MINUTE, 2],
	])(
		'passes a token on until five minutes before its end (after %i ms: %i logins)',
		async (ageMs, logins) => {
			const { renew, pass, loginTimes } = setUp();
			await renew();
			pass(ageMs);
			await renew();
			expect(loginTimes).toHaveLength(logins);
		},
	);

	it('does not go back to its own token when another process has got a newer one since', async () => {
		const { renew, pass, now, loginTimes } = setUp();
		await renew();
		pass(MINUTE);
		const answer = await renew({ token: 'from-elsewhere', issuedAtMs: now() });
		expect(answer).toMatchObject({ ok: true, token: 'token-2' });
		expect(loginTimes).toHaveLength(2);
	});

	it.each([
		[MINUTE - 1, 1],
		[60 * MINUTE - 1, 1],
		[60 * MINUTE, 2],
	])(
		'takes a token that Truecaller accepts as proof of its key until its end (after %i ms: %i logins)',
		async (ageMs, logins) => {
			const { renew, pass, acceptTokens, loginTimes } = setUp();
			acceptTokens(true);
			const current = tokenOf(await renew());
			pass(ageMs);
			await renew(current);
			expect(loginTimes).toHaveLength(logins);
		},
	);

	it('renews a token that Truecaller turns away within its first minute, once for all that ask', async () => {
		const { renew, pass, checkTimes, loginTimes } = setUp();
		const current = tokenOf(await renew());
		pass(SECOND);
		const answers = await Promise.all([renew(current), renew(current), renew(current)]);
		expect(answers.map((answer) => tokenOf(answer).token)).toEqual(Array(3).fill('token-2'));
		expect([checkTimes.length, loginTimes.length]).toEqual([1, 2]);
	});

	it('logs in once a minute at most where even new tokens are turned away', async () => {
		const { renew, pass, loginTimes } = setUp();
		let current = tokenOf(await renew());
		for (let second = 0; second < 180; second++) {
			pass(SECOND);
			current = tokenOf(await renew(current));
		}
		expect(loginTimes).toHaveLength(4);
	});

	it('spends no further login in half an hour of errors that are not the fault of the token', async () => {
		const { renew, pass, acceptTokens, checkTimes, loginTimes } = setUp();
		acceptTokens(true);
		let current = tokenOf(await renew());
		for (let second = 0; second < 30 * 60 - 1; second++) {
			pass(SECOND);
			current = tokenOf(await renew(current));
		}
		expect(loginTimes).toHaveLength(1);
		expect(checkTimes.length).toBeLessThanOrEqual(30 * 12);
	});

	it('does not take it as proof of another key of the same account', async () => {
		const { renew, loginTimes, answerWith } = setUp();
		const current = tokenOf(await renew());
		answerWith(failed());
		expect(await renew(current, OTHER_KEY)).toMatchObject({ ok: false, message: 'Wrong key' });
		expect(await renew(current, { ...KEY, apiKey: 'mistyped' })).toMatchObject({
			ok: false,
			message: 'Wrong key',
		});
		expect(loginTimes).toHaveLength(3);
	});
});

describe('a refused key', () => {
	it('is not asked again for 10 seconds, then 30, then 90, and never for more than 10 minutes', async () => {
		const { renew, pass, answerWith, loginTimes } = setUp();
		answerWith(failed());
		await renew();
		for (const seconds of [10, 30, 90, 270, 600, 600]) {
			const before = loginTimes.length;
			pass(seconds * SECOND - 1);
			expect(await renew()).toEqual(failed());
			expect([seconds, loginTimes.length]).toEqual([seconds, before]);
			pass(1);
			await renew();
			expect([seconds, loginTimes.length]).toEqual([seconds, before + 1]);
		}
	});

	it('starts from 10 seconds again once it was accepted', async () => {
		const { renew, pass, answerWith, loginTimes } = setUp();
		answerWith(failed());
		await renew();
		pass(10 * SECOND);
		answerWith(undefined);
		const current = tokenOf(await renew());
		pass(MINUTE);
		answerWith(failed());
		await renew(current);
		pass(10 * SECOND);
		await renew(current);
		expect(loginTimes).toHaveLength(4);
	});

	it('is not asked for over and over where a stranger answers in place of Truecaller', async () => {
		const { renew, pass, answerWith, loginTimes } = setUp();
		answerWith(failed({ reached: false }));
		for (let login = 0; login < 30; login++) await renew();
		expect(loginTimes).toHaveLength(1);
		for (let login = 0; login < 12; login++) {
			pass(10 * MINUTE);
			await renew();
		}
		answerWith(undefined);
		pass(10 * MINUTE);
		expect(await renew()).toMatchObject({ ok: true });
	});

	it('does not keep another key of the account from logging in', async () => {
		const { renew, answerWith } = setUp();
		answerWith(failed());
		await renew();
		answerWith(undefined);
		expect(await renew(NO_TOKEN, OTHER_KEY)).toMatchObject({ ok: true });
	});
});

describe('a login that fails on its way', () => {
	const neverConnected = failed({
		kind: 'temporary',
		reached: false,
		message: 'Not reached',
		todo: 'Check the network.',
	});

	it('does not count and is not remembered when it never connected', async () => {
		const { renew, answerWith, loginTimes } = setUp();
		answerWith(neverConnected);
		for (let login = 1; login <= 30; login++) expect(await renew()).toEqual(neverConnected);
		expect(loginTimes).toHaveLength(30);
		answerWith(undefined);
		expect(await renew()).toMatchObject({ ok: true });
	});

	it('takes nothing from the count of the logins before it', async () => {
		const stage = setUp();
		const current = await logInTimes(stage, 9);
		stage.answerWith(neverConnected);
		await stage.renew(current);
		stage.answerWith(undefined);
		const tenth = tokenOf(await stage.renew(current));
		stage.pass(MINUTE);
		expect(await stage.renew(tenth)).toMatchObject({ ok: false, kind: 'quota' });
		expect(stage.loginTimes).toHaveLength(11);
	});

	it('serves all who wait for it, and the next one is asked afresh when it breaks', async () => {
		const { renew, renewBy } = setUp();
		const broken = async (): Promise<LoginAnswer> => {
			throw new Error('broken');
		};
		await expect(Promise.all([renewBy(broken), renew()])).rejects.toThrow('broken');
		expect(await renew()).toMatchObject({ ok: true });
	});
});

it('tells nothing secret in any answer but the token', async () => {
	const stage = setUp();
	const answers: TokenAnswer[] = [];
	const current = await logInTimes(stage, 10);
	answers.push(await stage.renew(current));
	stage.pass(30 * MINUTE);
	stage.answerWith(failed({ kind: 'quota' }));
	answers.push(await stage.renew(current), await stage.renew(current));
	stage.pass(5 * MINUTE);
	stage.answerWith(failed());
	answers.push(await stage.renew(current));
	const told = JSON.stringify(answers);
	expect(answers).toHaveLength(4);
	for (const secret of ['secret-a4p0', 'key-5f0c', 'account-91c1', 'token-'])
		expect(told).not.toContain(secret);
});
