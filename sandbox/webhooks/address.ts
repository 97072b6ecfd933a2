import { plainError } from '../requirements';
import type { Settings } from '../settings/settings';

/** Returns an http or https address, or undefined. */
export function readAddress(text: string): URL | undefined {
	if (!URL.canParse(text)) return undefined;
	const address = new URL(text);
	return /^https?:$/.test(address.protocol) ? address : undefined;
}

/**
 * Returns true for an address of this machine. The parser has already converted 127.1 and
 * 0x7f000001 to 127.0.0.1.
 */
const isThisMachine = ({ hostname }: URL): boolean =>
	/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

/** Returns why deliveries to this address are refused, or undefined if they are allowed. */
export function findObstacle(
	url: string,
	settings: Pick<Settings, 'webhookBeyondThisMachine'>,
): string | undefined {
	const address = readAddress(url);
	if (!address) return `"${url}" is no http or https address`;
	if (settings.webhookBeyondThisMachine || isThisMachine(address)) return undefined;
	return (
		`${address.hostname} is not this machine: the sandbox delivers only to localhost, 127.0.0.1 and [::1], ` +
		'unless the setting "webhookBeyondThisMachine" is true'
	);
}

/** Throws if deliveries to this address are refused. */
export function requireAllowed(
	url: string,
	settings: Pick<Settings, 'webhookBeyondThisMachine'>,
): void {
	const obstacle = findObstacle(url, settings);
	if (obstacle !== undefined) throw plainError(obstacle);
}

/**
 * [S] Returns the URL with this key; the key is part of the URL and nowhere else. Another key, or
 * null for none, gives a wrong URL for tests.
 */
export function withKey(url: string, key: string | null | undefined): string {
	if (key === undefined) return url;
	const address = new URL(url);
	if (key === null) address.searchParams.delete('key');
	else address.searchParams.set('key', key);
	return address.href;
}

/**
 * Returns a URL for the log: without the query, which contains the key, and without user name and
 * password.
 */
export function withoutKey(url: string): string {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}
