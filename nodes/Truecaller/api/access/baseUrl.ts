/**
 * Who could read the requests to a Base URL: nobody, people in the same private network, or anybody
 * on their way through the internet. With https, or to an address of this machine, it is nobody.
 */
export type Exposure = 'none' | 'privateNetwork' | 'internet';

const THIS_MACHINE = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/;
/**
 * Addresses and domain endings that no public host has, and names without a dot, which containers
 * use. RFC 1918, 3927, 4193, 4291, 6598, 6762, 8375
 */
const PRIVATE_NETWORK = [
	/^(10\.\d+|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.\d+\.\d+$/,
	/^\[(f[cd]|fe[89ab])/,
	/^[^.[]+$/,
	/\.(local|internal|lan|home\.arpa)$/,
];

const parse = (text: string): URL | undefined => {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
};

/** Returns who could read a request to this address. An unreadable address exposes nothing, because no request can go there. */
export const exposureOf = (baseUrl: string): Exposure => {
	const { protocol, hostname } = parse(baseUrl.trim()) ?? {};
	if (protocol !== 'http:' || hostname === undefined || THIS_MACHINE.test(hostname)) return 'none';
	return PRIVATE_NETWORK.some((pattern) => pattern.test(hostname)) ? 'privateNetwork' : 'internet';
};

/**
 * Error for a Base URL that would send the Secret API Key unencrypted through the internet. No
 * request is sent.
 */
export const UNENCRYPTED = {
	message:
		'Base URL starts with http://, so the Secret API Key and the access token would travel through the internet unencrypted',
	todo: 'Let Base URL in the credential start with https://. Nothing was sent.',
};

/** Warning shown beside the output of every run. */
export const READABLE =
	'Base URL in the credential starts with http://, so the access token and phone numbers travel through your network unencrypted. Use https:// for anything but a sandbox.';
