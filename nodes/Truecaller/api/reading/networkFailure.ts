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

/** Classes an error without an answer by its code and the system call it comes from: was anything sent? */
export const readNetworkFailure = (code: string, syscall?: unknown): Failure => {
	if (NO_ADDRESS.has(code)) {
		const words = {
			message: 'The Base URL of the credential is not an address that can be called',
			todo: 'Correct Base URL in the credential. It starts with https:// and ends with the name of the host.',
		};
		return { kind: 'setUp', words };
	}
	// A certificate that does not fit ends the connection before anything is sent.
	const neverConnected = NOT_CONNECTED.has(code) && CONNECTING.includes(syscall);
	if (neverConnected || /CERT|LEAF_SIGNATURE/.test(code)) return { kind: 'notSent' };
	return { kind: 'noAnswer' };
};
