// npm test: everything that needs no n8n process. One run shows all that is wrong, so it goes on after a failure.

import { installDependencies } from '../playground/dependencies.mjs';
import { report, runLayer, runStep } from './layers.mjs';

installDependencies();

const step = async (name, script = name) => await runStep(name, 'npm', ['run', '--silent', script]);
const inTurn = async (first, second) => [await first(), await second()];
/** Two at a time, for each keeps one core busy. The build comes after the linter, which would read what it writes. */
const [linting, checking] = await Promise.all([
	inTurn(
		async () => await step('lint'),
		async () => await step('build'),
	),
	inTurn(
		async () => await step('types'),
		async () => await step('format', 'format:check'),
	),
]);

report([
	...linting,
	...checking,
	await runLayer('contract'),
	await runLayer('unit'),
	await runLayer('engine'),
	await runLayer('architecture'),
	await runLayer('playground'),
]);
