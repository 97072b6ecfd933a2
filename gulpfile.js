const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { dest, series, src } = require('gulp');

const clean = async () => await rm(path.join(__dirname, 'dist'), { recursive: true, force: true });

/** The compiler of this very checkout, whatever else is on the PATH. */
const compile = (done) => {
	const tsc = require.resolve('typescript/bin/tsc');
	execFile(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: __dirname }, (error, stdout) => {
		if (stdout) process.stdout.write(stdout);
		done(error);
	});
};

/** What n8n reads beside the code: icons, codex files (*.node.json) and output schemas. */
const copy = () =>
	src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.', allowEmpty: true }).pipe(dest('dist'));

exports.build = series(clean, compile, copy);
exports.default = exports.build;
