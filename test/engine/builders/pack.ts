/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import path from 'node:path';

import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';

/** Returns how n8n describes the nodes of the built pack to its catalogue. */
export const describePack = async (): Promise<INodeTypeDescription[]> => {
	const loader = new PackageDirectoryLoader(path.resolve(__dirname, '../../..'));
	await loader.loadAll();
	return loader.types.nodes.map((node) => ({
		...(node as INodeTypeDescription),
		name: `n8n-nodes-truecaller.${node.name}`,
	}));
};
