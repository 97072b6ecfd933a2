// Plain Node.js: this runs before any package is installed, for `npm start`, `npm test` and `npm
// run test:e2e`.

import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installFromLock } from './system/npm.cjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Installs the packages of the lock file, unless they are there already. */
export function installDependencies() {
	if (areDependenciesInstalled()) return;
	refuseForeignPackages();
	console.log('Installing the development dependencies (about a minute, once) …');
	const problem = installFromLock(['ci', '--no-audit', '--no-fund'], root);
	if (!problem) return;
	console.error(problem);
	process.exit(1);
}

/** Refuses a linked node_modules: npm would empty the folder of another checkout. */
function refuseForeignPackages() {
	const folder = join(root, 'node_modules');
	if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
	console.error(
		`${folder} is a link to ${readlinkSync(folder)}, where not all packages of this checkout are. Install them there, or remove the link, and run this again.`,
	);
	process.exit(1);
}

/**
 * Compares npm's record of installed packages with the lock file. File times are unreliable after a
 * `git checkout`.
 */
function areDependenciesInstalled() {
	const installed = readPackages('node_modules/.package-lock.json');
	if (!installed) return false;
	const wanted = Object.entries(readPackages('package-lock.json') ?? {});
	return wanted.every(([path, entry]) => path === '' || isSatisfied(entry, installed[path]));
}

/**
 * Returns true if a package is installed. npm may skip optional packages, which are for some
 * machines only.
 */
function isSatisfied(wanted, installed) {
	if (!installed) return Boolean(wanted.optional || wanted.devOptional);
	return installed.version === wanted.version;
}

function readPackages(path) {
	try {
		return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/** Loads TypeScript, which tsx runs directly. */
export function loadTypeScript(path) {
	const require = createRequire(join(root, 'package.json'));
	require('tsx/cjs/api').register();
	return require(join(root, path));
}
