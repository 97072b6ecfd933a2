import type { Feature } from '../demo/account';
import { forbidden, loginAgain, tooMany, unparsableToken } from '../refusals';
import type { Answer } from '../refusals';
import { isAlive } from '../rules/logins';
import type { Token } from '../rules/logins';
import { admit } from '../rules/slidingWindow';
import type { World } from '../world';
import type { AccountRequest } from './route';

/**
 * Lets a request through with its token, or refuses it. A wrong account and a missing access
 * both come as 403 [I]: the documents have no other word for either.
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

/** Counts a request against a window of its token, or refuses it. [I] every authorised request counts, refused ones too. */
export const refuseIfTooMany = (
	times: number[],
	window: { readonly most: number; readonly windowMs: number },
	world: World,
): Answer | undefined => {
	if (!world.settings.limits.enforced) return undefined;
	const waitMs = admit(times, window, world.clock.nowMs());
	return waitMs > 0 ? tooMany('too many requests', waitMs) : undefined;
};

/** What every route behind a token refuses first. */
export const ACCESS_REFUSALS = [
	'bad token (401)',
	'other account, or key without the access (403)',
] as const;
