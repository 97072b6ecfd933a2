import { MINUTE_MS } from '../facts/durations';
import { LIMITS } from '../facts/limits';
import type { LoginFailure } from './loginFailure';

/** Returns a time of day in UTC, such as "18:30 UTC". */
export const clockTime = (ms: number): string => `${new Date(ms).toISOString().slice(11, 16)} UTC`;

const minutesFrom = (nowMs: number, untilMs: number): string => {
	const minutes = Math.max(1, Math.ceil((untilMs - nowMs) / MINUTE_MS));
	return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
};

/** Returns the failure for a quota that is used up. It tells when the next login is possible. */
export const usedUp = (untilMs: number, nowMs: number): LoginFailure => ({
	ok: false,
	kind: 'quota',
	reached: false,
	message: `All ${LIMITS.loginsPerWindow} access tokens that Truecaller gives in 30 minutes are used up; the next one is possible ${minutesFrom(nowMs, untilMs)}, at ${clockTime(untilMs)}`,
	todo: 'Wait until then. One token serves all workflows for an hour, so look for other programs, or other copies of n8n, that log in with the same account.',
});

/** Counts the logins of each account in a sliding window. */
export type LoginQuota = {
	/**
	 * Returns when the next login of the account is possible (epoch ms), or undefined if one is
	 * possible now. `leftFree` logins stay reserved for other callers.
	 */
	readonly fullUntilMs: (account: string, leftFree?: number) => number | undefined;
	/**
	 * Counts a login at its start. The returned function corrects the count when the result is known.
	 */
	readonly start: (account: string) => (counts: boolean) => void;
};

/** Creates the count of logins. `now` returns epoch ms. */
export const createLoginQuota = (now: () => number): LoginQuota => {
	const timesOf = new Map<string, number[]>();

	const recent = (account: string): number[] => {
		const times = (timesOf.get(account) ?? []).filter((at) => at > now() - LIMITS.loginWindowMs);
		timesOf.set(account, times);
		return times;
	};

	return {
		fullUntilMs: (account, leftFree = 0) => {
			const since = recent(account).at(-(LIMITS.loginsPerWindow - leftFree));
			return since === undefined ? undefined : since + LIMITS.loginWindowMs;
		},
		start: (account) => {
			const startedAtMs = now();
			recent(account).push(startedAtMs);
			return (counts) => {
				const times = recent(account);
				const mine = times.indexOf(startedAtMs);
				if (mine !== -1) times.splice(mine, 1);
				// Truecaller counted the login at some moment up to now. Assuming the latest one is safe.
				if (counts) times.push(now());
			};
		},
	};
};
