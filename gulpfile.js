const { execFile } = require('node:child_process');
const { rename, rm } = require('node:fs/promises');
const path = require('node:path');
const { dest, series, src } = require('gulp');

const DIST = path.join(__dirname, 'dist');
/** Built beside dist and moved there when all of it is done: nobody ever loads half a build. */
const NEXT = path.join(__dirname, 'dist.next');

const remove = async (folder) => await rm(folder, { recursive: true, force: true });
const clean = async () => await remove(NEXT);

/** The compiler of this very checkout, whatever else is on the PATH. */
const compile = (done) => {
	const tsc = require.resolve('typescript/bin/tsc');
	execFile(
		process.execPath,
		[tsc, '-p', 'tsconfig.build.json', '--outDir', NEXT],
		{ cwd: __dirname },
		(error, stdout) => {
			if (stdout) process.stdout.write(stdout);
			done(error);
		},
	);
};

/** What n8n reads beside the code: icons, codex files (*.node.json) and output schemas. */
const copy = () =>
	src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
	}).pipe(dest(NEXT));

const replace = async () => {
	await remove(DIST);
	await rename(NEXT, DIST);
};

exports.build = series(clean, compile, copy, replace);
exports.default = exports.build;
