/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync, writeFileSync } from 'node:fs';

/** Reads a small JSON file with values to remember between two starts. */
export function remembered<T extends object>(file: string, atFirst: T): T {
	try {
		return { ...atFirst, ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<T>) };
	} catch {
		return atFirst;
	}
}

export function remember(file: string, facts: object): void {
	writeFileSync(file, `${JSON.stringify(facts, null, '\t')}\n`);
}
