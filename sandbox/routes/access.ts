import type { Feature } from '../demo';
import { forbidden, loginAgain, tooMany, unparsableToken } from '../refusals';
import type { Answer } from '../refusals';
import { isAlive } from '../rules/logins';
import type { Token } from '../rules/logins';
import { admit } from '../rules/slidingWindow';
import type { World } from '../world';
import type { Call } from './route';

/** The token that came with a call, alive or not. */
export function findToken(
	{ headers }: Pick<Call, 'headers'>,
	{ logins }: World,
): Token | undefined {
	// [I] the scheme's name in any case, as RFC 7235 has it
	const [, value] = /^bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
	return value === undefined ? undefined : logins.tokens.get(value);
}

/**
 * Lets a call through with its token, or refuses it. A wrong account and a missing access
 * both come as 403 [I]: the documents have no other word for either.
 */
export function authorise(
	call: Call,
	world: World,
	feature: Feature,
): { ok: true; token: Token } | { ok: false; refusal: Answer } {
	const token = findToken(call, world);
	if (!token || !isAlive(token, world.settings.limits.tokenLifeMs, world.clock.nowMs())) {
		return { ok: false, refusal: world.settings.legacyBadToken ? unparsableToken() : loginAgain() };
	}
	const { clientAccountId, features } = token.key;
	return clientAccountId === call.clientAccountId && features.includes(feature)
		? { ok: true, token }
		: { ok: false, refusal: forbidden() };
}

/** [U] no such header is documented: off by default; on, it tells the true wait. */
function retryAfterHeader(waitMs: number, { settings }: World): Record<string, string> {
	const written = {
		none: () => ({}),
		seconds: () => ({ 'retry-after': String(Math.ceil(waitMs / 1_000)) }),
		// A date has whole seconds only: rounded up, so that it is never too early. Real time, for the client's clock is real.
		date: () => ({
			'retry-after': new Date(Math.ceil((Date.now() + waitMs) / 1_000) * 1_000).toUTCString(),
		}),
	};
	return written[settings.retryAfter]();
}

/** Counts a call against a window of its token, or refuses it. [I] every authorised call counts, refused ones too. */
export function refuseIfTooMany(
	times: number[],
	window: { readonly most: number; readonly windowMs: number },
	world: World,
): Answer | undefined {
	if (!world.settings.limits.enforced) return undefined;
	const waitMs = admit(times, window, world.clock.nowMs());
	return waitMs > 0 ? refusePace('too many requests', waitMs, world) : undefined;
}

export const refusePace = (message: string, waitMs: number, world: World): Answer =>
	tooMany(message, retryAfterHeader(waitMs, world));
