// npm test: everything that needs no n8n process. One run shows all that is wrong, so it goes on after a failure.

import { installDependencies } from '../playground/dependencies.mjs';
import { report, runLayer, runStep } from './layers.mjs';

installDependencies();

report([
	await runStep('format', 'npm', ['run', '--silent', 'format:check']),
	await runStep('lint', 'npm', ['run', '--silent', 'lint']),
	await runStep('types', 'npm', ['run', '--silent', 'types']),
	await runStep('build', 'npm', ['run', '--silent', 'build']),
	await runLayer('contract'),
	await runLayer('unit'),
	await runLayer('engine'),
	await runLayer('architecture'),
	await runLayer('playground'),
]);
