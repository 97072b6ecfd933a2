// Plain Node.js: `npm start` uses this before any package is installed, and its TypeScript
// afterwards.

const { spawnSync } = require('node:child_process');

const noNetwork =
	/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;
const noRoom = /\b(ENOSPC|EDQUOT)\b|no space left/i;
const noTrust =
	/\b(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)\b/;
const notThere = /\b(ETARGET|E404)\b/;
const notAllowed = /\b(EACCES|EROFS|EPERM)\b/;

const again = 'run "npm start" again';

const registry = () =>
	spawnSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).stdout?.trim() ||
	'its registry';

/** Returns what happened and the fix, from npm's output; undefined if unknown. */
function explainNpm(output, folder) {
	if (noRoom.test(output))
		return `The disk is full: npm could not write all it wanted into ${folder} or into its own cache (npm config get cache). Make some room there, and ${again}.`;
	if (noTrust.test(output))
		return `npm does not trust the certificate of ${registry()}. If your network puts in its own, name its certificate in the variable NODE_EXTRA_CA_CERTS, and ${again}.`;
	if (noNetwork.test(output))
		return `npm cannot reach ${registry()}, where the packages come from the first time. Check the connection (behind a proxy: npm config get proxy), and ${again}; what was fetched is kept.`;
	if (notThere.test(output))
		return `${registry()} does not have all the packages in the version that is needed. Set npm's registry to one that is complete, and ${again}.`;
	if (notAllowed.test(output))
		return `npm may not write into ${folder}, or into its own cache (npm config get cache). Make them yours, and ${again}.`;
	return undefined;
}

/**
 * Returns true if npm reaches the registry. Asked first, because a real installation tries for
 * minutes. npm knows about proxies, mirrors and passwords.
 */
function isRegistryReachable() {
	const { stderr } = spawnSync(
		'npm',
		[
			'view',
			'typescript',
			'version',
			'--prefer-online',
			'--fetch-retries=0',
			'--fetch-timeout=20000',
		],
		{ encoding: 'utf8' },
	);
	return !noNetwork.test(stderr ?? '');
}

/** Runs npm. Returns in words what went wrong. */
function runNpm(args, cwd) {
	const { status, signal, error, stderr } = spawnSync('npm', args, {
		cwd,
		encoding: 'utf8',
		stdio: ['ignore', 'inherit', 'pipe'],
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status === 0) return undefined;
	if (error?.code === 'ENOENT')
		return `npm is not there. It comes with Node from https://nodejs.org; on Debian or Ubuntu: sudo apt-get install npm. Then ${again}.`;
	if (signal) return `npm was stopped (${signal}). To go on, ${again}.`;
	return explainNpm(stderr, cwd) ?? `npm could not install the dependencies:\n${stderr.trimEnd()}`;
}

/**
 * Installs the packages of a lock file. Without a network, npm may have all of them in its cache.
 */
function installFromLock(args, cwd) {
	if (isRegistryReachable()) return runNpm(args, cwd);
	console.log('npm cannot reach its registry; trying with what it has kept from earlier …');
	return runNpm([...args, '--offline'], cwd);
}

module.exports = { explainNpm, installFromLock, isRegistryReachable };
