import { plainError } from '../requirements';
import type { Settings } from '../settings/settings';

/** An http or https address, or nothing. */
export function readAddress(text: string): URL | undefined {
	if (!URL.canParse(text)) return undefined;
	const address = new URL(text);
	return /^https?:$/.test(address.protocol) ? address : undefined;
}

/** By its name: the parser has already written 127.1 and 0x7f000001 as 127.0.0.1. */
const isThisMachine = ({ hostname }: URL): boolean =>
	/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);

/** Why nothing is sent there, or nothing when it may be. */
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

export function requireAllowed(
	url: string,
	settings: Pick<Settings, 'webhookBeyondThisMachine'>,
): void {
	const obstacle = findObstacle(url, settings);
	if (obstacle !== undefined) throw plainError(obstacle);
}

/** [S] the key stands in the URL and nowhere else: another one, or none, makes a wrong one. */
export function withKey(url: string, key: string | null | undefined): string {
	if (key === undefined) return url;
	const address = new URL(url);
	if (key === null) address.searchParams.delete('key');
	else address.searchParams.set('key', key);
	return address.href;
}

/** For the log: without the query, where the key stands, and without a user's name and password. */
export function withoutKey(url: string): string {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}
