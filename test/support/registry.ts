/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../playground/system/command';
import { packageName, unpackInto } from '../../playground/n8n/pack';
import type { Replies } from './thirdParties';

const host = 'registry.npmjs.org';

/** One version as a registry keeps it. */
export type Published = { manifest: { version: string; dist: object }; tarball: Buffer };

/** The packed nodes, under a version of the test's choice. */
export async function publish(folder: string, version: string): Promise<Published> {
	const place = join(folder, version);
	await unpackInto(join(place, 'package'));
	const file = join(place, 'package', 'package.json');
	const manifest = { ...(JSON.parse(readFileSync(file, 'utf8')) as object), version };
	writeFileSync(file, JSON.stringify(manifest));
	const packed = `${packageName}-${version}.tgz`;
	await runCommand('tar', ['-czf', packed, 'package'], {
		cwd: place,
		logFile: join(place, 'tar.log'),
	});
	const tarball = readFileSync(join(place, packed));
	const digest = (name: string, as: 'hex' | 'base64') =>
		createHash(name).update(tarball).digest(as);
	const dist = {
		tarball: `https://${host}/${packageName}/-/${packed}`,
		integrity: `sha512-${digest('sha512', 'base64')}`,
		shasum: digest('sha1', 'hex'),
	};
	return { manifest: { ...manifest, dist }, tarball };
}

/**
 * npm's own registry, as far as n8n and npm ask it for one package; the last version is the latest. Not a registry
 * product: n8n takes another address than npm's only with a paid licence, so this one has to answer by npm's name.
 */
export function registryReplies(published: Published[]): Replies {
	const latest = published.at(-1)?.manifest;
	const byVersion = published.map(({ manifest }) => [manifest.version, manifest] as const);
	const at = (path: string) => `GET ${host}/${packageName}${path}`;
	return {
		[at('')]: {
			name: packageName,
			'dist-tags': { latest: latest?.version },
			versions: Object.fromEntries(byVersion) as object,
		},
		[at('/latest')]: latest ?? {},
		...Object.fromEntries(byVersion.map(([version, manifest]) => [at(`/${version}`), manifest])),
		...Object.fromEntries(
			published.map(({ manifest, tarball }) => [
				at(`/-/${packageName}-${manifest.version}.tgz`),
				tarball,
			]),
		),
		// Where n8n asks whether a package was found to be harmful.
		'POST api.n8n.io/api/package': { status: 'OK' },
	};
}
