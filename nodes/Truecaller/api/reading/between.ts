import type { Obstacle, Verdict } from './answer';

/** A refusal as it came; `body` is undefined if the text is not JSON. */
type Refusal = {
	readonly status: number;
	readonly bodyText: unknown;
	readonly body: unknown;
	readonly verdict: Verdict;
	readonly headers: Readonly<Record<string, unknown>>;
};

/**
 * [RFC 9110 §15.5.8] [RFC 6585 §6] Statuses that only a proxy or a network's sign-in page sends.
 */
const OF_A_PROXY: readonly number[] = [407, 511];
/** Statuses that concern the key or the account if Truecaller sends them. */
const OF_THE_KEY: readonly number[] = [403, 429];
/**
 * Statuses that concern the token or the address. A gateway in front of Truecaller may send its own
 * JSON with them.
 */
const OF_THE_REQUEST: readonly number[] = [401, 404];

/** [I] Texts that common API gateways send for a bad token or address. A proxy uses other words. */
const OF_A_FRONT_SERVER = /\b(jwt|token)\b|^404 page not found|^default backend/i;
/** `Via` headers that a service's own gateways add. They are no sign of a proxy. */
const FRONT_SERVER = /google|cloudfront|varnish|envoy|istio/i;

const hasProxyHeader = (headers: Refusal['headers']): boolean =>
	Object.entries(headers).some(([name, value]) =>
		name.toLowerCase() === 'via'
			? !FRONT_SERVER.test(String(value))
			: name.toLowerCase().startsWith('proxy-'),
	);

const isEnvelope = ({ status, slug, message }: Verdict): boolean =>
	status !== undefined || slug !== undefined || message !== undefined;

const isEmpty = ({ body, bodyText }: Refusal): boolean =>
	body === null ||
	(body === undefined
		? typeof bodyText !== 'string' || bodyText.trim() === ''
		: typeof body === 'object' && Object.keys(body).length === 0);

/**
 * Returns who refused a request in Truecaller's place, or undefined if it was Truecaller.
 * Truecaller answers with a JSON envelope, so a web page or plain text comes from another server.
 * An empty body counts as Truecaller's unless a header shows a proxy.
 */
export const findObstacle = (refusal: Refusal): Obstacle | undefined => {
	const { status, bodyText, body, verdict, headers } = refusal;
	if (OF_A_PROXY.includes(status)) return 'proxy';
	const isOfTheKey = OF_THE_KEY.includes(status);
	if (!(isOfTheKey || OF_THE_REQUEST.includes(status)) || isEnvelope(verdict)) return undefined;
	if (hasProxyHeader(headers)) return 'proxy';
	if (isEmpty(refusal)) return undefined;
	if (isOfTheKey) return 'proxy';
	const isText = body === undefined && !OF_A_FRONT_SERVER.test(String(bodyText).trim());
	return isText ? 'stranger' : undefined;
};
