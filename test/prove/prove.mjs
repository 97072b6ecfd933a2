// npm run prove: breaks the code on purpose, one line at a time, and fails unless the test that promises the opposite
// turns red each time. All of it happens in a copy of the tree; the files at hand are never touched.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { installDependencies, root } from '../../playground/dependencies.mjs';
import { sabotages } from './sabotages.mjs';

const compilerOptions = {
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.CommonJS,
	esModuleInterop: true,
};

/** A test that a sabotage makes wait for ever is red as well, once jest's own time limit has struck. */
const longestRunMs = 5 * 60_000;

const only = process.argv[2];
const chosen = sabotages.filter(({ name }) => only === undefined || name.includes(only));

/** What is tracked, and what is new and not ignored, as it is at this moment; the modules are linked. */
function copyTree() {
	const copy = mkdtempSync(join(tmpdir(), 'prove-'));
	const listed = execFileSync(
		'git',
		['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
		{ cwd: root, encoding: 'utf8' },
	);
	const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'], {
		cwd: root,
		encoding: 'utf8',
	}).split('\0');
	for (const file of listed
		.split('\0')
		.filter((name) => name !== '' && name !== 'node_modules' && !deleted.includes(name))) {
		mkdirSync(dirname(join(copy, file)), { recursive: true });
		cpSync(join(root, file), join(copy, file));
	}
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	return copy;
}

const pattern = (tests) =>
	`^(${tests.map(([, title]) => title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})$`;

/** Runs these tests alone, and says of each by its full name whether it passed. */
async function runTests(copy, tests) {
	const outputFile = join(copy, 'results.json');
	rmSync(outputFile, { force: true });
	const files = [...new Set(tests.map(([file]) => file))];
	const jest = join(copy, 'node_modules', 'jest', 'bin', 'jest.js');
	const args = [
		jest,
		'--runTestsByPath',
		...files,
		'-t',
		pattern(tests),
		'--json',
		`--outputFile=${outputFile}`,
		'--forceExit',
		'--silent',
	];
	const child = spawn(process.execPath, args, {
		cwd: copy,
		stdio: 'ignore',
		timeout: longestRunMs,
		killSignal: 'SIGKILL',
	});
	await once(child, 'close');
	// A run that was ended for taking too long has written no results: its tests count as not run.
	if (!existsSync(outputFile)) return new Map();
	const { testResults } = JSON.parse(readFileSync(outputFile, 'utf8'));
	const ran = testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.filter(({ status }) => status === 'passed' || status === 'failed');
	return new Map(ran.map(({ fullName, status }) => [fullName, status]));
}

/** Matches the code to break however the formatter lays it out: white space and trailing commas may differ. */
function toPattern(find) {
	const escape = (token) => token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	const tokens = find.match(/\w+|[^\w\s]/g) ?? [];
	return new RegExp(
		tokens.map((token) => (/[)\]}]/.test(token) ? ',?\\s*' : '') + escape(token)).join('\\s*'),
		'g',
	);
}

/** Returns why a sabotage does not fit, or undefined when its code stands in the file exactly once. */
function findStale(copy, { file, find }) {
	const found = [...readFileSync(join(copy, file), 'utf8').matchAll(toPattern(find))].length;
	return found === 1 ? undefined : `the list is stale: its code stands ${found} times in ${file}`;
}

/** Puts the sabotage into the source, and into what was built of it; hands back the way to undo both. */
function apply(copy, { file, find, replace }) {
	const source = join(copy, file);
	const built = join(copy, 'dist', file.replace(/\.ts$/, '.js'));
	const [before, builtBefore] = [readFileSync(source, 'utf8'), readFileSync(built, 'utf8')];
	const after = before.replace(toPattern(find), () => replace);
	const { outputText, diagnostics } = ts.transpileModule(after, {
		compilerOptions,
		reportDiagnostics: true,
	});
	// What cannot even be loaded would turn any test red.
	if (diagnostics.length > 0) throw new Error(`This is no TypeScript, in ${file}: ${replace}`);
	writeFileSync(source, after);
	writeFileSync(built, outputText);
	return () => {
		writeFileSync(source, before);
		writeFileSync(built, builtBefore);
	};
}

async function prove(copy, sabotage) {
	const undo = apply(copy, sabotage);
	try {
		const status = (await runTests(copy, [sabotage.test])).get(sabotage.test[1]);
		return status === 'failed'
			? undefined
			: `its test ${status === 'passed' ? 'did not notice' : 'was not run'}`;
	} finally {
		undo();
	}
}

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(0)} s`;

installDependencies();
const startedMs = Date.now();
const copy = copyTree();
const problems = [];
try {
	execFileSync('npm', ['run', '--silent', 'build'], {
		cwd: copy,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const green = await runTests(
		copy,
		chosen.map(({ test }) => test),
	);
	console.log(`Built, and ran the tests without any sabotage: ${seconds(startedMs)}\n`);
	for (const sabotage of chosen) {
		const sinceMs = Date.now();
		const before = green.get(sabotage.test[1]);
		const notGreen =
			before === 'passed'
				? undefined
				: `its test is ${before === 'failed' ? 'red' : 'not there'} without it`;
		const problem = findStale(copy, sabotage) ?? notGreen ?? (await prove(copy, sabotage));
		if (problem) problems.push(problem);
		console.log(
			`  ${(problem ? 'NOT SHOWN' : 'red').padEnd(11)}${seconds(sinceMs).padStart(5)}  ${sabotage.name}`,
		);
		console.log(`${' '.repeat(20)}${problem ?? `${sabotage.test[0]}: ${sabotage.test[1]}`}`);
	}
} finally {
	rmSync(copy, { recursive: true, force: true });
}
if (chosen.length === 0) problems.push('nothing was tried');
console.log(
	`\n${chosen.length - problems.length} of ${chosen.length} sabotages turned their test red, in ${seconds(startedMs)}`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
