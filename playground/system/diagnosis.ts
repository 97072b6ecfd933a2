/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync, statfsSync } from 'node:fs';
import { cacheFolder } from '../paths';
import { Trouble } from './trouble';

const lastLines = 15;
const hardlyAnyBytes = 1_000_000;
const megabyte = 1_000_000;

/** Returns the free bytes on the folder's disk; undefined if the system does not tell. */
export function freeBytes(folder: string): number | undefined {
	try {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize;
	} catch {
		return undefined;
	}
}

export const isFull = (folder: string) => (freeBytes(folder) ?? Infinity) < hardlyAnyBytes;

export const fullDisk = (folder: string, variable: string) =>
	`The disk is full: nothing more can be written into ${folder}. Make some room there, or choose a folder on another disk with the variable ${variable}, and run "npm start" again.`;

/** Throws a `Trouble` if the folder's disk has fewer free bytes than needed. */
export function checkRoom(folder: string, needed: number, variable: string): void {
	const free = freeBytes(folder);
	if (free === undefined || free >= needed) return;
	const inMegabytes = (bytes: number) =>
		`${Math.floor(bytes / megabyte).toLocaleString('en-GB')} MB`;
	throw new Trouble(
		`n8n needs ${inMegabytes(needed)} in ${folder}, and ${inMegabytes(free)} are free. Make some room there, or choose a folder on another disk with the variable ${variable}, and run "npm start" again.`,
	);
}

/** Returns in words why a start failed. A bug of ours keeps its stack. */
export function inWords(error: unknown, playground: string): string {
	const { code, path } = error as NodeJS.ErrnoException;
	if (isFull(playground)) return fullDisk(playground, 'TRUECALLER_PLAYGROUND');
	if (code === 'ENOSPC' || code === 'EDQUOT')
		return fullDisk(path ?? cacheFolder(), 'TRUECALLER_CACHE');
	if (error instanceof Trouble) return error.message;
	if (/^(EACCES|EROFS|EPERM|ENOTDIR)$/.test(String(code))) {
		return `${path ?? playground} cannot be written. Make it yours, or choose other folders with the variables TRUECALLER_PLAYGROUND and TRUECALLER_CACHE, and run "npm start" again.`;
	}
	return String(error instanceof Error ? error.stack : error);
}

/** Returns why a program ended unexpectedly, as far as its last words tell. */
export function whyEnded(said: string, folder: string): string {
	if (isFull(folder) || /SQLITE_FULL|ENOSPC|no space left|disk is full/i.test(said))
		return fullDisk(folder, 'TRUECALLER_PLAYGROUND');
	if (/EADDRINUSE|already in use/i.test(said))
		return 'Another program took its port in the meantime. Run "npm start" again: it chooses another one.';
	if (
		/SQLITE_CORRUPT|SQLITE_NOTADB|malformed|not a database|parsing n8n-config|not valid JSON|encryption key/i.test(
			said,
		)
	) {
		return `Its files in ${folder} cannot be read any more; perhaps it was stopped while it wrote them. To start over, move that folder away, and run "npm start" again. Your workflows stay in the folder that you moved.`;
	}
	return `The end of its output:\n${tail(said)}`;
}

export const tail = (said: string) => said.trimEnd().split('\n').slice(-lastLines).join('\n');

/** Returns the text of a log after a position. */
export function readLog(file: string, from = 0): string {
	try {
		return readFileSync(file).subarray(from).toString('utf8');
	} catch {
		return '';
	}
}
