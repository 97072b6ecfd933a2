// npm run test:e2e: the packed nodes in two real n8n side by side, one for each half of the tests, which mostly wait.
// What follows `--` goes to jest, and all of that runs in one n8n.

import { installDependencies } from '../../playground/dependencies.mjs';
import { report } from '../layers.mjs';

installDependencies();
const { testInN8n } = await import('./inN8n.mjs');

/** Each folder is in one of them: the second has all that the first has not. */
const halves = [
	['e2e 1', 'test/e2e/(action|examples|page)/'],
	['e2e 2', 'test/e2e/(?!action/|examples/|page/)'],
];
const asked = process.argv.slice(2);
const runs =
	asked.length > 0
		? [['e2e', asked]]
		: halves.map(([name, pattern]) => [name, [`--testPathPatterns=${pattern}`]]);
report(
	await Promise.all(
		runs.map(async ([name, jestArguments]) => await testInN8n({ name, jestArguments })),
	),
);
