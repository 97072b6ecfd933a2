// Runs steps and layers of tests one after the other, counts, and says at the end what was seen.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../playground/dependencies.mjs';

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

/** Once a layer has written its results it should end; something left open would keep it, and us, for ever. */
const graceMs = 15_000;
const longestMs = 20 * 60_000;

async function run(name, command, args, { env = {}, isOver = () => false } = {}) {
	console.log(`\n── ${name}`);
	const child = spawn(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env },
	});
	const watcher = endIfStuck(child, isOver);
	const [code] = await once(child, 'close');
	clearInterval(watcher);
	return { ok: code === 0, stuck: child.killed };
}

function endIfStuck(child, isOver) {
	let endAtMs = Date.now() + longestMs;
	let over = false;
	return setInterval(() => {
		if (!over && isOver()) [over, endAtMs] = [true, Date.now() + graceMs];
		if (Date.now() > endAtMs) child.kill('SIGKILL');
	}, 500);
}

/** A check that passes or does not, such as the linter. */
export async function runStep(name, command, args) {
	const startedMs = Date.now();
	const { ok } = await run(name, command, args);
	const problems = ok ? [] : [`${name} failed`];
	return { name, passed: 0, failed: 0, problems, time: seconds(startedMs) };
}

/** One jest project. A layer that runs nothing, or leaves a test out, proves nothing: both count as failures. */
export async function runLayer(project, jestArguments = [], env = {}, name = project) {
	const startedMs = Date.now();
	const folder = mkdtempSync(join(tmpdir(), 'test-results-'));
	const outputFile = join(folder, 'results.json');
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const args = [
		jest,
		'--selectProjects',
		project,
		'--json',
		`--outputFile=${outputFile}`,
		...jestArguments,
	];
	const end = await run(`${name} tests`, process.execPath, args, {
		env,
		isOver: () => existsSync(outputFile),
	});
	const results = readResults(outputFile);
	rmSync(folder, { recursive: true, force: true });
	return { name, ...count(name, end, results), time: seconds(startedMs) };
}

function readResults(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {
			numPassedTests: 0,
			numFailedTests: 0,
			numPendingTests: 0,
			numTodoTests: 0,
			numRuntimeErrorTestSuites: 0,
		};
	}
}

function count(name, { ok, stuck }, results) {
	const problems = [];
	if (stuck) problems.push(`${name}: jest did not end by itself; a test left something open`);
	if (results.numPassedTests + results.numFailedTests === 0) problems.push(`${name}: no test ran`);
	if (results.numPendingTests > 0) problems.push(`${name}: ${results.numPendingTests} skipped`);
	if (results.numTodoTests > 0)
		problems.push(`${name}: ${results.numTodoTests} still to be written`);
	if (results.numRuntimeErrorTestSuites > 0)
		problems.push(`${name}: ${results.numRuntimeErrorTestSuites} test files could not be run`);
	if (!ok && results.numFailedTests === 0 && problems.length === 0)
		problems.push(`${name}: jest ended with an error`);
	return { passed: results.numPassedTests, failed: results.numFailedTests, problems };
}

/** The table, what went wrong in words, and the closing line alone on its line. */
export function report(results) {
	console.log('\n── Summary');
	for (const result of results) console.log(row(result));
	const failures = results.flatMap(({ name, failed, problems }) => [
		...(failed > 0 ? [`${name}: ${failed} failed`] : []),
		...problems,
	]);
	if (failures.length > 0)
		console.log(`\nNot in order:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
	const passed = sum(results.map((result) => result.passed));
	const failed = sum(results.map((result) => result.failed + result.problems.length));
	console.log(`\n${passed} passed, ${failed} failed`);
	process.exitCode = failed === 0 ? 0 : 1;
}

function row({ name, passed, failed, problems, time }) {
	const verdict = failed + problems.length === 0 ? 'ok' : 'FAILED';
	const tests = passed + failed > 0 ? `${passed + failed} tests` : '';
	return `  ${name.padEnd(14)}${verdict.padEnd(8)}${tests.padStart(10)}${time.padStart(10)}`;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
