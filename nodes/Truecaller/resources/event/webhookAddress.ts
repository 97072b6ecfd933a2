import { exposureOf } from '../../api/access/baseUrl';
import { problem } from '../../api/problems';
import type { Read } from '../../api/problems';

/** Where the key of an event was given. */
export type KeySource = 'url' | 'parameter' | 'credential' | 'none';

/** The address of an event. `url` contains the key and must not be shown. */
export type WebhookAddress = {
	readonly url: string;
	readonly key: string;
	readonly keySource: KeySource;
	/** True for a test URL, which works only while a user listens in the editor. */
	readonly isTestUrl: boolean;
};

const UNREADABLE = problem(
	"'Webhook URL' is not an address that can be called",
	'Copy the Test URL or the Production URL from a Truecaller Trigger. It starts with http:// or https://.',
	{ field: 'webhookUrl' },
);
const UNENCRYPTED = problem(
	"'Webhook URL' starts with http://, so the 'Webhook Key' would travel through the internet unencrypted",
	"Let 'Webhook URL' start with https://, or use an address of this machine or of a private network.",
	{ field: 'webhookUrl' },
);

const parse = (text: string): URL | undefined => {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
};

const chooseKey = (url: URL, given: string, ofCredential: string): [string, KeySource] => {
	const inUrl = url.searchParams.get('key') ?? '';
	if (inUrl !== '') return [inUrl, 'url'];
	if (given !== '') return [given, 'parameter'];
	return ofCredential === '' ? ['', 'none'] : [ofCredential, 'credential'];
};

/**
 * Reads the URL of a trigger and adds the key, as Truecaller has it: [S] in the query, nowhere
 * else.
 */
export const readWebhookAddress = (
	text: string,
	given: string,
	ofCredential: string,
): Read<WebhookAddress> => {
	const url = parse(text);
	if (!url || !/^https?:$/.test(url.protocol)) return { ok: false, problem: UNREADABLE };
	const [key, keySource] = chooseKey(url, given, ofCredential);
	if (key !== '' && exposureOf(url.href) === 'internet') return { ok: false, problem: UNENCRYPTED };
	if (key !== '' && keySource !== 'url') url.searchParams.set('key', key);
	const isTestUrl = url.pathname.includes('/webhook-test/');
	return { ok: true, value: { url: url.href, key, keySource, isTestUrl } };
};
