// node test/scan.mjs <folder>: the rules of n8n's official scanner over an unpacked tarball. Prints what breaks them.
//
// As @n8n/scan-community-package 0.32.0 configures ESLint for a published package (scanner/scanner.mjs): the
// recommended rules for community nodes and no console in the built files, and the rules for package.json, with
// comments that switch rules off ignored. That program itself takes only what is on npm with a proof of origin.

import { createRequire } from 'node:module';
import { resolve } from 'node:path';

// The linter and its plugins come with @n8n/node-cli.
const require = createRequire(createRequire(import.meta.url).resolve('@n8n/node-cli/eslint'));
const { ESLint } = require('eslint');
const { n8nCommunityNodesPlugin } = require('@n8n/eslint-plugin-community-nodes');
const n8nNodesPlugin = require('eslint-plugin-n8n-nodes-base');
const { parser } = require('typescript-eslint');

const recommended = [n8nCommunityNodesPlugin.configs.recommended].flat();

const eslint = new ESLint({
	cwd: resolve(process.argv[2] ?? '.'),
	allowInlineConfig: false,
	overrideConfigFile: true,
	overrideConfig: [
		...recommended,
		{ rules: { 'no-console': 'error' } },
		{ plugins: { 'n8n-nodes-base': n8nNodesPlugin } },
		{ files: ['package.json'], rules: { ...n8nNodesPlugin.configs.community.rules } },
		{ files: ['**/*.json'], languageOptions: { parser } },
	],
});

const results = await eslint.lintFiles(['**/*.js', 'package.json']);
const violations = results.flatMap(({ filePath, messages }) =>
	messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${ruleId}: ${message}`),
);
console.log([`${results.length} files`, ...violations].join('\n'));
process.exitCode = violations.length === 0 ? 0 : 1;
