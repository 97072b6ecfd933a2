import type { Obstacle, Verdict } from './answer';

/** A refusal as it came: `body` is undefined where the text is no JSON. */
type Refusal = {
	readonly status: number;
	readonly bodyText: unknown;
	readonly body: unknown;
	readonly verdict: Verdict;
	readonly headers: Readonly<Record<string, unknown>>;
};

/** [RFC 9110 §15.5.8] [RFC 6585 §6] Only a proxy, or the sign-in page of a network, answers with these. */
const OF_A_PROXY: readonly number[] = [407, 511];
/** Refusals that say something of the key or the account when Truecaller gives them. */
const OF_THE_KEY: readonly number[] = [403, 429];
/** Refusals that say something of the token or the address; a front server of Truecaller may have JSON of its own for them. */
const OF_THE_REQUEST: readonly number[] = [401, 404];

/** [I] Texts of the servers that commonly stand before an API, for a token or an address: a proxy has other words. */
const OF_A_FRONT_SERVER = /\b(jwt|token)\b|^404 page not found|^default backend/i;
/** `Via` that a service's own front servers add: it says nothing of a proxy on the way. */
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
 * Names who refused a request in Truecaller's place. An envelope is Truecaller's, and so is an empty body unless a
 * header tells of a proxy. Truecaller answers in JSON: a page or a text in place of the envelope is a stranger's.
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
