import type { LoginAnswer } from '../../../../nodes/Truecaller/api/access/loginFailure';
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
import { createRandom } from '../../../support/random';

const ALL_USED =
	'All 10 access tokens that Truecaller gives in 30 minutes are used up; the next one is possible';

describe('ten tokens in half an hour', () => {
	it('says in full when the next one is possible, instead of asking for an eleventh', async () => {
		const stage = setUp();
		const current = await logInTimes(stage, 10);
		expect(await stage.renew(current)).toEqual({
			ok: false,
			kind: 'quota',
			reached: false,
			message: `${ALL_USED} in 10 minutes, at 10:30 UTC`,
			todo: 'Wait until then. One token serves all workflows for an hour, so look for other programs, or other copies of n8n, that log in with the same account.',
		});
		expect(stage.loginTimes).toHaveLength(10);
	});

	it('gives one more as soon as the first is half an hour old, and then waits for the second', async () => {
		const stage = setUp();
		let current = await logInTimes(stage, 10);
		stage.pass(10 * MINUTE - 1);
		expect(await stage.renew(current)).toMatchObject({
			ok: false,
			message: `${ALL_USED} in a minute, at 10:30 UTC`,
		});
		stage.pass(1);
		current = tokenOf(await stage.renew(current));
		stage.pass(MINUTE);
		expect(await stage.renew(current)).toMatchObject({
			ok: false,
			message: `${ALL_USED} in a minute, at 10:32 UTC`,
		});
		expect(stage.loginTimes).toHaveLength(11);
	});

	it('counts all keys of the account together', async () => {
		const stage = setUp();
		await logInTimes(stage, 10);
		expect(await stage.renew(NO_TOKEN, OTHER_KEY)).toMatchObject({ ok: false, kind: 'quota' });
		expect(await stage.renew(NO_TOKEN, { ...KEY, clientAccountId: 'account-2' })).toMatchObject({
			ok: true,
		});
	});

	it('counts from the answer, because nobody knows when a slow login reached Truecaller', async () => {
		const { renew, renewBy, pass, loginTimes } = setUp();
		const slow = async (): Promise<LoginAnswer> => {
			pass(20 * SECOND);
			return { ok: true, token: 'slow' };
		};
		let current = tokenOf(await renewBy(slow));
		for (let login = 2; login <= 10; login++) {
			pass(MINUTE);
			current = tokenOf(await renew(current));
		}
		pass(21 * MINUTE - 20 * SECOND);
		expect(await renew(current)).toMatchObject({ ok: false, kind: 'quota' });
		pass(20 * SECOND);
		expect(await renew(current)).toMatchObject({ ok: true });
		expect(loginTimes).toHaveLength(10);
	});

	it('remembers for five minutes that Truecaller says so first', async () => {
		const { renew, pass, answerWith, loginTimes } = setUp();
		answerWith(failed({ kind: 'quota', message: 'No more', todo: '' }));
		for (const pauseMs of [0, 5 * MINUTE - 1]) {
			pass(pauseMs);
			expect(await renew()).toMatchObject({
				kind: 'quota',
				message: expect.stringContaining('at 10:05 UTC'),
			});
		}
		expect(loginTimes).toHaveLength(1);
		pass(1);
		await renew();
		expect(loginTimes).toHaveLength(2);
	});

	it.each([
		[12 * MINUTE, 'in 12 minutes, at 10:12 UTC'],
		[90 * SECOND, 'in 2 minutes, at 10:01 UTC'],
		[1e17, 'in 30 minutes, at 10:30 UTC'],
	])(
		'believes Retry-After more than its own guess, up to half an hour (%i ms)',
		async (retryAfterMs, when) => {
			const { renew, answerWith } = setUp();
			answerWith(failed({ kind: 'quota', retryAfterMs }));
			expect(await renew()).toMatchObject({ message: `${ALL_USED} ${when}` });
		},
	);
});

it('lets no account log in more than ten times in any half hour, whatever is asked', async () => {
	const { renew, pass, now, answerWith, loginTimes } = setUp();
	let current = NO_TOKEN;
	const random = createRandom(7);
	while (now() < TEN_O_CLOCK + 6 * 60 * MINUTE) {
		answerWith(random() < 0.2 ? failed({ kind: 'temporary' }) : undefined);
		const answer = await renew(current, random() < 0.3 ? OTHER_KEY : KEY);
		if (answer.ok) current = tokenOf(answer);
		pass(random() * 2 * MINUTE);
	}
	const most = Math.max(
		...loginTimes.map(
			(from) => loginTimes.filter((at) => at >= from && at < from + 30 * MINUTE).length,
		),
	);
	expect(most).toBe(10);
});
