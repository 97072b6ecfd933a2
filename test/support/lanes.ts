import { createLaneTokens } from '../../nodes/Truecaller/api/access/laneTokens';
import type { LaneTokens } from '../../nodes/Truecaller/api/access/laneTokens';
import type { LoginAnswer } from '../../nodes/Truecaller/api/access/loginFailure';
import { createLoginQuota } from '../../nodes/Truecaller/api/access/quota';
import { createTokens } from '../../nodes/Truecaller/api/access/tokens';
import type { Token } from '../../nodes/Truecaller/api/access/tokens';
import { KEY, NO_TOKEN, TEN_O_CLOCK, tokenOf } from './governor';

/** The governor of n8n's own token and that of further lanes, in one process whose clock only tests move. */
export const setUpLanes = () => {
	let nowMs = TEN_O_CLOCK;
	let answer: LoginAnswer | undefined;
	const now = () => nowMs;
	const quota = createLoginQuota(now);
	const main = createTokens(now, quota);
	const lanes: LaneTokens = createLaneTokens({ now, quota, main })(KEY);
	const logins: Array<{ readonly atMs: number; readonly lane: number }> = [];
	const loginFor = (lane: number) => async (): Promise<LoginAnswer> => {
		logins.push({ atMs: nowMs, lane });
		return answer ?? { ok: true, token: `token-${logins.length}` };
	};
	return {
		lanes,
		logins,
		now,
		pass: (ms: number) => (nowMs += ms),
		answerWith: (next: LoginAnswer | undefined) => (answer = next),
		/** What n8n does when its own token was turned away, and Truecaller says the same of it when asked. */
		renewMain: async (current: Token = NO_TOKEN) =>
			await main.renew(KEY, current, loginFor(0), async () => true),
		logInMain: async () => tokenOf(await main.renew(KEY, NO_TOKEN, loginFor(0), async () => true)),
		renew: async (lane: number) => await lanes.renew(lane, loginFor(lane)),
	};
};
