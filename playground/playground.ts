/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { mkdirSync } from 'node:fs';
import { installN8n } from './n8n/install';
import { openN8n } from './n8n/process';
import { installPack } from './n8n/pack';
import { anyFreePort } from './system/ports';
import { claimOwner } from './n8n/claimOwner';
import { signIn } from './n8n/rest';
import { findVersion } from './n8n/versions';

type Wishes = {
	userFolder: string;
	editorPort?: number;
	brokerPort?: number;
	version?: string;
	variables?: NodeJS.ProcessEnv;
};

export type Playground = Awaited<ReturnType<typeof preparePlayground>>;

/**
 * Prepares an n8n with the packed nodes, without starting it. Takes free ports, unless told
 * otherwise.
 */
export async function preparePlayground({
	userFolder,
	editorPort,
	brokerPort,
	version,
	variables,
}: Wishes) {
	mkdirSync(userFolder, { recursive: true });
	const { pinnedFolder, environment } = findVersion(version);
	const installFolder = await installN8n(pinnedFolder);
	const n8n = openN8n({
		installFolder,
		userFolder,
		editorPort: editorPort ?? (await anyFreePort()),
		brokerPort: brokerPort ?? (await anyFreePort()),
		variables: { ...environment, ...variables },
	});
	const start = async () => {
		await n8n.start();
		await claimOwner(n8n.editorUrl);
	};
	const restart = async () => {
		await n8n.stop();
		await start();
	};
	return {
		...n8n,
		start,
		restart,
		userFolder,
		installPack: async () => await installPack(userFolder),
		signIn: async () => await signIn(n8n.editorUrl),
	};
}
