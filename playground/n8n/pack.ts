/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../system/command';
import { withLock } from '../system/lock';
import { root } from '../paths';
import { say } from '../system/progress';

export const packageName = 'n8n-nodes-truecaller';
const sources = [
	'nodes',
	'credentials',
	'package.json',
	'gulpfile.js',
	'tsconfig.json',
	'tsconfig.build.json',
	'CHANGELOG.md',
];
const packFolder = join(root, '.playground', 'pack');
const tarball = join(packFolder, 'pack.tgz');
const packedFrom = join(packFolder, 'packed-from');
const logFile = join(root, '.playground', 'pack.log');

/** Copies the published files to n8n's folder for community nodes. They need no other package. */
export async function installPack(userFolder: string): Promise<void> {
	await unpackInto(join(userFolder, '.n8n', 'nodes', 'node_modules', packageName));
}

/** Unpacks the published files into an otherwise empty folder. */
export async function unpackInto(place: string): Promise<void> {
	await withLock(
		`${packFolder}.lock`,
		() => say('Another start is packing the nodes; waiting for it …'),
		async () => {
			await pack();
			await extractInto(place);
		},
	);
}

/** Creates the tarball as it would be published, if a source file has changed. */
async function pack(): Promise<void> {
	const fingerprint = fingerprintOfSources();
	if (existsSync(tarball) && readIfThere(packedFrom) === fingerprint) return;
	say('Building and packing the nodes …');
	rmSync(packFolder, { recursive: true, force: true });
	mkdirSync(packFolder, { recursive: true });
	await runCommand('npm', ['run', 'build'], { cwd: root, logFile });
	await runCommand('npm', ['pack', '--pack-destination', packFolder], { cwd: root, logFile });
	renameSync(join(packFolder, String(readdirSync(packFolder)[0])), tarball);
	writeFileSync(packedFrom, fingerprint);
}

async function extractInto(place: string): Promise<void> {
	rmSync(place, { recursive: true, force: true });
	mkdirSync(place, { recursive: true });
	await runCommand('tar', ['-xzf', tarball, '-C', place, '--strip-components=1'], {
		cwd: root,
		logFile,
	});
}

function fingerprintOfSources(): string {
	const hash = createHash('sha256');
	for (const file of sources.flatMap(filesUnder))
		hash.update(file).update(readFileSync(join(root, file)));
	return hash.digest('hex');
}

function filesUnder(path: string): string[] {
	if (!existsSync(join(root, path))) return [];
	if (statSync(join(root, path)).isFile()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => filesUnder(join(path, name)));
}

function readIfThere(file: string): string | undefined {
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
