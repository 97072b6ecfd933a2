import { forbidden, invalidInput, tooMany, wrongKey } from '../refusals';
import type { Answer } from '../refusals';
import { dropTokens, findKey, isAlive, issueToken, waitForLogin } from '../rules/logins';
import type { Fields } from '../rules/shape';
import { toWireTime } from '../rules/wireTime';
import type { DemoKey } from '../demo/account';
import type { WireLogin, WireToken } from '../../api/facts/wire';
import type { World } from '../world';
import { defineRoute, readBody } from './route';
import type { AccountRequest } from './route';

/**
 * [I] §9.2: in this order, so that a body without both gets `api_key is required`, the documented
 * words.
 */
const LOGIN_FIELDS: ReadonlyArray<keyof WireLogin> = ['api_key', 'key_id'];

const isLogin = (body: Fields): body is Fields & WireLogin =>
	LOGIN_FIELDS.every((name) => typeof body[name] === 'string' && body[name] !== '');

const findBodyFault = (body: Fields): string => {
	const missing = LOGIN_FIELDS.find((name) => body[name] === undefined || body[name] === '');
	if (missing) return `${missing} is required`;
	const wrongType = LOGIN_FIELDS.find((name) => typeof body[name] !== 'string');
	return `${wrongType ?? 'body'} must be a string`;
};

const issue = (key: DemoKey, world: World): Answer => {
	const { logins, settings } = world;
	const nowMs = world.clock.nowMs();
	const waitMs = waitForLogin(logins, key, settings.limits, nowMs);
	if (waitMs > 0) return tooMany('too many tokens were created', waitMs);
	// Drops expired tokens here, so that a long-running simulation does not grow.
	dropTokens(logins, (each) => !isAlive(each, settings.limits.tokenLifeMs, nowMs));
	if (settings.newLoginEndsFormerToken) dropTokens(logins, (each) => each.key === key);
	const token = issueToken(logins, key, nowMs);
	const body: WireToken = { token: token.value, created_at: toWireTime(token.issuedAtMs) };
	return { status: 200, body };
};

const answerLogin = (request: AccountRequest, world: World): Answer => {
	// [D3][D4] The header is required; the refusal as 400 `invalid-input` is [I].
	if (request.publicAccess !== 'allow') {
		return invalidInput('X-Public-Access header must be allow');
	}
	const read = readBody(request);
	if (!read.ok) return invalidInput(read.fault.text);
	const known: readonly string[] = LOGIN_FIELDS;
	const unknownField = Object.keys(read.body).find((name) => !known.includes(name));
	if (unknownField !== undefined) return invalidInput(`${unknownField} is not allowed`);
	if (!isLogin(read.body)) return invalidInput(findBodyFault(read.body));
	const key = findKey(read.body.key_id, read.body.api_key);
	if (!key) return wrongKey();
	// [I] A valid key with another or an unknown account in the path. Differs from a wrong key.
	if (key.clientAccountId !== request.params.account) return forbidden();
	return issue(key, world);
};

/** [D3][D4] getting-started/generate-access-token */
export const tokenRoute = defineRoute({
	name: 'token',
	method: 'POST',
	path: '/clients/{account}/token',
	purpose: 'Log in',
	refuses: [
		'no `X-Public-Access: allow`',
		'no JSON',
		'unknown field',
		'missing field (`api_key` first)',
		'wrong type',
		'wrong pair (401)',
		'good key, other or unknown account (403)',
		'eleventh token in 30 minutes (429)',
	],
	answer: answerLogin,
});
