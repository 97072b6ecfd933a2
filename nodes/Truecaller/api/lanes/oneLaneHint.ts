import { clockTime } from '../access/quota';
import type { OneLane } from './laneAccount';

const REASONS: Readonly<Record<OneLane['reason'], string>> = {
	accountLimit:
		'With several access tokens Truecaller let through no more than with one, as if one limit counted for your whole account.',
	oneToken:
		'Truecaller ended the access token when another was asked for, as if your account could have only one at a time.',
};

/** Returns one or two sentences on why only one token is used, and the fix. */
export const explainOneLane = (oneLane: OneLane | undefined): string | undefined =>
	oneLane &&
	`${REASONS[oneLane.reason]} Until ${clockTime(oneLane.untilMs)} calls go out with one token only. Ask Truecaller for the limits of your account, or set Parallel Tokens in the credential to 1.`;
