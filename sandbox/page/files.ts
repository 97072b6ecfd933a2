/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { readdirSync } from 'node:fs';
import { dirname, extname, join, posix } from 'node:path';

/** The page's imports: each package's own file for browsers, as npm installed it. */
const MODULES: Readonly<Record<string, string>> = {
	preact: 'preact/dist/preact.mjs',
	'preact/hooks': 'preact/hooks/dist/hooks.mjs',
	'@preact/signals-core': '@preact/signals-core/dist/signals-core.module.js',
	'@preact/signals': '@preact/signals/dist/signals.module.js',
	htm: 'htm/dist/htm.module.js',
	'@tanstack/virtual-core': '@tanstack/virtual-core/dist/esm/index.js',
};

const TYPES: Readonly<Record<string, string>> = {
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
};

const packagesFolder = join(dirname(require.resolve('preact/package.json')), '..');

const isServed = (file: string): boolean => extname(file) in TYPES;

export const typeOf = (file: string): string => TYPES[extname(file)] ?? '';

/**
 * Returns the page's own files, as paths below its folder: one folder per tab, and one for shared
 * parts.
 */
const ownFiles = (): string[] =>
	readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
		.map((file) => file.split('\\').join('/'))
		.filter(isServed);

const ownAddress = (file: string): string => `/sandbox/page/${file}`;
const moduleAddress = (file: string): string => `/sandbox/modules/${file}`;

export const importMap = JSON.stringify({
	imports: Object.fromEntries(
		Object.entries(MODULES).map(([name, file]) => [name, moduleAddress(file)]),
	),
});

/**
 * Returns the addresses of all scripts, so that a browser can load them at once and not one after
 * another.
 */
export const scriptAddresses = (): string[] => [
	...ownFiles()
		.filter((file) => file.endsWith('.js'))
		.map(ownAddress),
	...Object.values(MODULES).map(moduleAddress),
];

/** Returns every file to serve, by its address. No path of a request ever reaches the disk. */
export function filesByAddress(): ReadonlyMap<string, string> {
	const own = ownFiles().map((file) => [ownAddress(file), join(__dirname, file)] as const);
	const modules = Object.values(MODULES).flatMap((file) => {
		const folder = posix.dirname(file);
		return readdirSync(join(packagesFolder, folder))
			.filter(isServed)
			.map(
				(each) => [moduleAddress(`${folder}/${each}`), join(packagesFolder, folder, each)] as const,
			);
	});
	return new Map([...own, ...modules]);
}
