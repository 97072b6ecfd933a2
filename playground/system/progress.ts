/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program for developers, never shipped */

/** One calm line for each step, so that a wait never looks like a stop. */
export function say(line = ''): void {
	process.stdout.write(`${line}\n`);
}

/** Something the reader can put right: shown in words, without a stack. */
export class Trouble extends Error {}
