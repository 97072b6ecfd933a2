import type { Failure } from './answer';

/** Codes of a connection that was never made, so the server knows nothing of the request. ECONNRESET, EPIPE and ETIMEDOUT are not among them. */
const NOT_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'ENETUNREACH',
	'EHOSTUNREACH',
]);
/** Codes of addresses that no request can be made to. */
const NO_ADDRESS = new Set([
	'ERR_INVALID_URL',
	'ERR_BAD_REQUEST',
	'ERR_BAD_OPTION_VALUE',
	'ERR_UNSUPPORTED_PROTOCOL',
]);
/** System calls that make a connection; the same codes from a `read` or a `write` come from one that was made. */
const CONNECTING: readonly unknown[] = [undefined, 'connect', 'getaddrinfo'];

/** Codes of a certificate that n8n does not trust. It ends the connection before anything is sent. */
const UNTRUSTED = /CERT|LEAF_SIGNATURE|HOSTNAME_MISMATCH/;
/** Messages of https-proxy-agent and of Node.js, which have no code of their own: the tunnel, or TLS in it, was never there. */
const CUT_TUNNEL = /proxy connection ended before|proxy CONNECT response/i;
const NO_TLS = /before secure TLS connection was established/i;

/** Messages of n8n where the credential is kept to certain domains. */
const NOT_ALLOWED = /Domain not allowed|No allowed domains specified|prevent use within an/i;

/** Classes an error without an answer by its code, the system call it comes from and its message: was anything sent? */
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
