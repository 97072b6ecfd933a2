import type { LaneTokens } from '../access/laneTokens';
import type { LoginAnswer } from '../access/loginFailure';
import type { LaneAccount } from './laneAccount';

/** Opens the further lanes of one key, one after another, when requests wait for the rate limit. */
export type Openings = {
	/** Returns true if requests may use a lane now. */
	readonly isOpen: (lane: number) => boolean;
	/** Returns true while a lane may open at any moment. */
	readonly isOpening: () => boolean;
	/** Opens the next of `count` lanes in the background, if there is one to open. */
	readonly openMore: (count: number, login: () => Promise<LoginAnswer>) => void;
	/**
	 * Notes that Truecaller accepted a request on a lane. Returns true for the first one, after which
	 * the next lane may open.
	 */
	readonly noteTaken: (lane: number) => boolean;
};

/**
 * Creates the openings of a key. A lane counts once Truecaller has accepted a request on it, and
 * only then the next one opens. If the limit turns out to be the account's, 100 requests get a 429
 * and not 700.
 */
export const createOpenings = (tokens: LaneTokens, account: LaneAccount): Openings => {
	const opened = new Map<number, { isProven: boolean }>();
	let opening: Promise<void> | undefined;

	const isOpen = (lane: number): boolean =>
		opened.has(lane) && tokens.tokenOf(lane) !== undefined && !account.oneLane();
	const isUnproven = (): boolean =>
		[...opened].some(([lane, { isProven }]) => !isProven && isOpen(lane));

	const needsWork = (lane: number): boolean =>
		tokens.mayLogIn(lane) || (!isOpen(lane) && tokens.tokenOf(lane) !== undefined);

	const open = async (lane: number, login: () => Promise<LoginAnswer>): Promise<void> => {
		const token = await tokens.renew(lane, login);
		if (token === undefined) opened.delete(lane);
		else opened.set(lane, opened.get(lane) ?? { isProven: false });
	};

	const openMore: Openings['openMore'] = (count, login) => {
		if (tokens.hasEndedMain() && !account.oneLane()) account.goBack('oneToken');
		if (account.oneLane()) return opened.clear();
		if (opening || isUnproven()) return;
		const next = Array.from({ length: count - 1 }, (_none, index) => index + 1).find(needsWork);
		if (next === undefined) return;
		opening = open(next, login).finally(() => (opening = undefined));
	};

	return {
		isOpen,
		isOpening: () => opening !== undefined || isUnproven(),
		openMore,
		noteTaken: (lane) => {
			const state = opened.get(lane);
			if (!state || state.isProven) return false;
			state.isProven = true;
			return true;
		},
	};
};
