// Writes n8nNodes.json anew: what n8n's catalogue knows of its own nodes when it searches by name.
// node test/engine/builders/readNodes.mjs <folder of an installed n8n>

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [n8n] = process.argv.slice(2);
const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];

const read = (packageName) =>
	JSON.parse(readFileSync(join(n8n, 'node_modules', packageName, 'dist/types/nodes.json'), 'utf8'));

const versionOf = ({ version }) => Math.max(...[version].flat());

const newest = new Map();
for (const packageName of PACKAGES)
	for (const node of read(packageName)) {
		const name = `${packageName}.${node.name}`;
		const known = newest.get(name);
		if (!known || versionOf(node) > versionOf(known)) newest.set(name, node);
	}

const rows = [...newest].map(([name, { displayName, codex, usableAsTool }]) =>
	JSON.stringify({
		name,
		displayName,
		...(codex?.alias ? { alias: codex.alias } : {}),
		...(usableAsTool ? { usableAsTool: true } : {}),
	}),
);
writeFileSync(new URL('n8nNodes.json', import.meta.url), `[\n${rows.sort().join(',\n')}\n]\n`);
