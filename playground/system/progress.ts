/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program for developers, never shipped */

/** Prints one line for each step, so that users see progress during a wait. */
export function say(line = ''): void {
	process.stdout.write(`${line}\n`);
}
