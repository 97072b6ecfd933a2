import { readLogin } from '../../../../nodes/Truecaller/api/access/login';
import { retryWaitMs } from '../../../../nodes/Truecaller/api/pacing/retry';
import { explainFailure } from '../../../../nodes/Truecaller/api/problems';
import { readAnswer } from '../../../../nodes/Truecaller/api/reading/answer';
import type { Reply } from '../../../../nodes/Truecaller/api/reading/answer';
import { readNetworkFailure } from '../../../../nodes/Truecaller/api/reading/networkFailure';
import { readOutcome } from '../../../../nodes/Truecaller/api/reading/readOutcome';

const PAGE = '<html>ERR_ACCESS_DENIED</html>';
const ENVELOPE = '{"slug":"forbidden-error","message":"not authorized"}';
const answered = (status: number, body: string, headers = {}) =>
	readAnswer(status, body, headers, 0);
const SQUID = { via: '1.1 squid.example.com (squid/5.7)' };
const lost = (code: string, message = ''): Reply => ({
	ok: false,
	failure: readNetworkFailure(code, undefined, message),
});

const PROXY = 'A proxy or firewall between n8n and Truecaller turned the request away';
const STRANGER =
	'Something other than the Truecaller API answered at the Base URL of the credential';
const WRONG_BASE_URL = 'The Base URL is not the address of the Truecaller API';
const CERTIFICATE = 'n8n does not trust the certificate at the Base URL of the credential';
const DOMAINS = 'The credential does not allow requests to its own Base URL';
const NO_CONNECT = 'Proxy connection ended before receiving CONNECT response';

/** What the user is told, whether anything was sent, and whether the key is blamed. */
describe('a refusal that is not from Truecaller names what stands in between, and blames no key', () => {
	it.each([
		['407 of a proxy', answered(407, ''), PROXY, 'a proxy'],
		['403 with a page', answered(403, PAGE), PROXY, 'a proxy'],
		['403 in another JSON', answered(403, '{"error":"blocked"}'), PROXY, 'a proxy'],
		['429 with a page', answered(429, PAGE), PROXY, 'a proxy'],
		['511 of a network with a sign-in page', answered(511, PAGE), PROXY, 'a proxy'],
		['404 that went through a proxy', answered(404, PAGE, SQUID), PROXY, 'a proxy'],
		['401 that asks for the proxy', answered(401, '', { 'Proxy-Support': 'x' }), PROXY, 'a proxy'],
		['a tunnel that is cut', lost('', NO_CONNECT), PROXY, 'a proxy'],
		['an own certificate', lost('SELF_SIGNED_CERT_IN_CHAIN'), CERTIFICATE, 'n8n does'],
		['an old certificate', lost('CERT_HAS_EXPIRED'), CERTIFICATE, 'n8n does'],
		['no issuer', lost('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), CERTIFICATE, 'n8n does'],
		['a domain', lost('', 'Domain not allowed: This credential'), DOMAINS, 'the credential'],
	])('%s', (_title, reply, message, cause) => {
		expect(readLogin(reply)).toMatchObject({ kind: 'temporary', reached: false, message });
		expect(readOutcome(reply)).toMatchObject({ outcome: 'tryAgain', reason: 'notSent' });
		expect(readOutcome(reply)?.advice).toContain(`nothing was sent, because ${cause}`);
		if (!reply.ok) expect(explainFailure(reply.failure).message).toBe(message);
	});

	it.each([
		['401 with a page', answered(401, PAGE)],
		['404 with a page', answered(404, PAGE)],
		['401 in plain text', answered(401, 'Access denied by the policy of your company')],
		['404 in plain text', answered(404, 'Host not in allowlist')],
	])('or, before a login, the Base URL (%s)', (_title, reply) => {
		expect(readOutcome(reply)).toMatchObject({ outcome: 'tryAgain', reason: 'notSent' });
		if (!reply.ok) expect(explainFailure(reply.failure).message).toBe(STRANGER);
		expect(readLogin(reply)).toMatchObject({ kind: 'refused', message: WRONG_BASE_URL });
	});

	it.each([
		['401', answered(401, ENVELOPE, SQUID), 'refused'],
		['401 without a body', answered(401, ''), 'refused'],
		['401 behind its own front server', answered(401, '', { via: '1.1 google' }), 'refused'],
		['401 in a text of its own', answered(401, 'Jwt is expired'), 'refused'],
		['404 in a text of its own', answered(404, '404 page not found'), 'refused'],
		['401 in the JSON of a gateway', answered(401, '{"error":"token expired"}'), 'refused'],
		['403', answered(403, ENVELOPE), 'refused'],
		['403 without a body', answered(403, ''), 'refused'],
		['429', answered(429, '{"slug":"too-many","message":"slow down"}'), 'quota'],
		['429 without a body', answered(429, ''), 'quota'],
	])("and Truecaller's own %s stays what it is", (_title, reply, kind) => {
		expect(readLogin(reply)).toMatchObject({ kind, reached: true });
	});

	it.each([
		[403, undefined],
		[407, undefined],
		[429, 250],
	])('and %i is sent again only where there will be room later', (status, waitMs) => {
		const reply = answered(status, PAGE);
		const failure = reply.ok ? ({ kind: 'noAnswer' } as const) : reply.failure;
		expect(retryWaitMs({ failure, attempt: 0, repeatable: false, random: 0 })).toBe(waitMs);
	});

	it('and TLS that was never there means that nothing was sent', () => {
		const message =
			'Client network socket disconnected before secure TLS connection was established';
		expect(readNetworkFailure('ECONNRESET', undefined, message)).toEqual({ kind: 'notSent' });
	});
});
