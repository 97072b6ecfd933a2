import type { Feature } from '../demo/account';
import { forbidden, loginAgain, tooMany, unparsableToken } from '../refusals';
import type { Answer } from '../refusals';
import { isAlive } from '../rules/logins';
import type { Token, Window } from '../rules/logins';
import { admit } from '../rules/slidingWindow';
import type { World } from '../world';
import type { AccountRequest } from './route';

/**
 * Accepts or refuses a request by its token. A wrong account and missing access are both 403 [I],
 * because the documentation has no other answer for either.
 */
export const authorise = (
	request: AccountRequest,
	world: World,
	feature: Feature,
): { ok: true; token: Token } | { ok: false; refusal: Answer } => {
	const { logins, settings } = world;
	const token = request.token === undefined ? undefined : logins.tokens.get(request.token);
	if (!token || !isAlive(token, settings.limits.tokenLifeMs, world.clock.nowMs())) {
		return { ok: false, refusal: settings.legacyBadToken ? unparsableToken() : loginAgain() };
	}
	const { clientAccountId, features } = token.key;
	return clientAccountId === request.params.account && features.includes(feature)
		? { ok: true, token }
		: { ok: false, refusal: forbidden() };
};

/** Returns the request times that a limit per account counts. */
const accountTimes = ({ logins }: World, { key }: Token, name: Window): number[] => {
	const known = logins.callsByAccount.get(key.clientAccountId) ?? {
		realTimeCalls: [],
		batchCalls: [],
	};
	logins.callsByAccount.set(key.clientAccountId, known);
	return known[name];
};

/**
 * Counts a request in the window of its token, or of its account if the settings say so. Returns a
 * refusal if the window is full. [I] Every authorised request counts, refused ones too.
 */
export const refuseIfTooMany = (
	token: Token,
	name: Window,
	window: { readonly most: number; readonly windowMs: number },
	world: World,
): Answer | undefined => {
	const { enforced, limitsPer } = world.settings.limits;
	if (!enforced) return undefined;
	const nowMs = world.clock.nowMs();
	const perAccount = limitsPer === 'account';
	const waitMs = admit(perAccount ? accountTimes(world, token, name) : token[name], window, nowMs);
	if (waitMs > 0) return tooMany('too many requests', waitMs);
	if (perAccount) admit(token[name], { ...window, most: Infinity }, nowMs);
	return undefined;
};

/** What every route with a token refuses first. */
export const ACCESS_REFUSALS = [
	'bad token (401)',
	'other account, or key without the access (403)',
] as const;
