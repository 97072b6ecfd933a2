import { readLogin } from '../../../../nodes/Truecaller/api/access/login';
import { retryWaitMs } from '../../../../nodes/Truecaller/api/pacing/retry';
import { explainFailure } from '../../../../nodes/Truecaller/api/problems';
import { readAnswer } from '../../../../nodes/Truecaller/api/reading/answer';
import type { Reply } from '../../../../nodes/Truecaller/api/reading/answer';
import { readNetworkFailure } from '../../../../nodes/Truecaller/api/reading/networkFailure';
import { readOutcome } from '../../../../nodes/Truecaller/api/reading/readOutcome';

const PAGE = '<html>ERR_ACCESS_DENIED</html>';
const ENVELOPE = '{"slug":"forbidden-error","message":"not authorized"}';
const answered = (status: number, body: string) => readAnswer(status, body, undefined, 0);
const lost = (code: string, message = ''): Reply => ({
	ok: false,
	failure: readNetworkFailure(code, undefined, message),
});

const PROXY = 'A proxy or firewall between n8n and Truecaller turned the request away';
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
