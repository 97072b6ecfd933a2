import { createTokens } from '../../nodes/Truecaller/api/access/tokens';
import type { Token, TokenAnswer } from '../../nodes/Truecaller/api/access/tokens';
import type { Key } from '../../nodes/Truecaller/api/access/key';
import type { LoginAnswer, LoginFailure } from '../../nodes/Truecaller/api/access/loginFailure';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const TEN_O_CLOCK = Date.parse('2026-01-31T10:00:00Z');

export const KEY: Key = {
	baseUrl: 'https://example.com',
	clientAccountId: 'account-91c1',
	keyId: 'key-5f0c',
	apiKey: 'secret-a4p0',
};
export const OTHER_KEY: Key = { ...KEY, keyId: 'key-77aa', apiKey: 'secret-b5q1' };
export const NO_TOKEN: Token = { token: '', issuedAtMs: 0 };

export const failed = (more: Partial<LoginFailure> = {}): LoginAnswer => ({
	ok: false,
	kind: 'refused',
	reached: true,
	message: 'Wrong key',
	todo: 'Copy it again.',
	...more,
});

/** A governor with a clock that only tests move, and a login that is counted and answers as told. */
export const setUp = () => {
	let nowMs = TEN_O_CLOCK;
	const loginTimes: number[] = [];
	const tokens = createTokens(() => nowMs);
	let answer: LoginAnswer | undefined;
	let isDead = true;
	const checkTimes: number[] = [];
	const isTurnedAway = async (): Promise<boolean> => {
		checkTimes.push(nowMs);
		return isDead;
	};
	const login = async (): Promise<LoginAnswer> => {
		loginTimes.push(nowMs);
		return answer ?? { ok: true, token: `token-${loginTimes.length}` };
	};
	return {
		loginTimes,
		checkTimes,
		/** Whether Truecaller accepts the tokens that it is asked about; until told, it does not. */
		acceptTokens: (isAccepted: boolean) => (isDead = !isAccepted),
		pass: (ms: number) => (nowMs += ms),
		now: () => nowMs,
		answerWith: (next: LoginAnswer | undefined) => (answer = next),
		renew: async (current: Token = NO_TOKEN, key = KEY) =>
			await tokens.renew(key, current, login, isTurnedAway),
		renewBy: async (by: () => Promise<LoginAnswer>, current: Token = NO_TOKEN) =>
			await tokens.renew(KEY, current, by, isTurnedAway),
	};
};

export const tokenOf = (answer: TokenAnswer): Token => {
	if (!answer.ok) throw new Error(answer.message);
	return { token: answer.token, issuedAtMs: answer.issuedAtMs };
};

/** Logs in `times` times, two minutes apart, so that each needs a login of its own. */
export const logInTimes = async (
	{ renew, pass }: ReturnType<typeof setUp>,
	times: number,
): Promise<Token> => {
	let current = NO_TOKEN;
	for (let login = 0; login < times; login++) {
		current = tokenOf(await renew(current));
		pass(2 * MINUTE);
	}
	return current;
};
