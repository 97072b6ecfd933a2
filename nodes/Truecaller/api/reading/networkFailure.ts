import type { Failure } from './answer';

/**
 * Error codes of a connection that was never made, so the server has not seen the request.
 * ECONNRESET, EPIPE and ETIMEDOUT are not among them.
 */
const NOT_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
]);
/** Error codes of an invalid address. */
const NO_ADDRESS = new Set([
	'ERR_INVALID_URL',
	'ERR_BAD_REQUEST',
	'ERR_BAD_OPTION_VALUE',
	'ERR_UNSUPPORTED_PROTOCOL',
]);
/**
 * System calls that make a connection. The same codes from a `read` or `write` belong to an
 * existing connection.
 */
const CONNECTING: readonly unknown[] = [undefined, 'connect', 'getaddrinfo'];

/**
 * Error codes of a certificate that n8n does not trust. The connection ends before anything is
 * sent.
 */
const UNTRUSTED = /CERT|LEAF_SIGNATURE|HOSTNAME_MISMATCH/;
/**
 * Messages of https-proxy-agent and Node.js for errors without a code: the tunnel, or TLS inside
 * it, was never established.
 */
const CUT_TUNNEL = /proxy connection ended before|proxy CONNECT response/i;
const NO_TLS = /before secure TLS connection was established/i;

/** n8n's messages for a host outside the credential's allowed domains. */
const NOT_ALLOWED = /Domain not allowed|No allowed domains specified|prevent use within an/i;

/**
 * Reads an error without an answer, by its code, system call and message. Tells whether anything
 * was sent.
 */
export const readNetworkFailure = (code: string, syscall?: unknown, message = ''): Failure => {
	if (NO_ADDRESS.has(code)) {
		const words = {
			message: 'The Base URL of the credential is not an address that can be called',
			todo: 'Correct Base URL in the credential. It starts with https:// and ends with the name of the host.',
		};
		return { kind: 'setUp', words };
	}
	if (NOT_ALLOWED.test(message)) return { kind: 'notSent', obstacle: 'allowedDomains' };
	if (UNTRUSTED.test(code)) return { kind: 'notSent', obstacle: 'certificate' };
	if (CUT_TUNNEL.test(message)) return { kind: 'notSent', obstacle: 'proxy' };
	const neverConnected = NOT_CONNECTED.has(code) && CONNECTING.includes(syscall);
	if (neverConnected || NO_TLS.test(message)) return { kind: 'notSent' };
	return { kind: 'noAnswer' };
};
