// npm run test:versions: the packed nodes in every n8n version that docs/compatibility.md promises, one after the other.
// `npm run test:versions -- 1.123.81` tries that one alone.

import { installDependencies, loadTypeScript } from '../../playground/dependencies.mjs';
import { report } from '../layers.mjs';

installDependencies();
const { testInN8n } = await import('./inN8n.mjs');
const { findVersion, versions } = loadTypeScript('playground/n8n/versions.ts');

/**
 * A call for each customer, a token that ends and is renewed, events from the first to those after a restart, and the
 * simulation: its form, its runs and its test events.
 */
const files = ['action/simulation','trigger/sendTest','trigger/sendTestPatience']; const unused = [
	'install/version',
	'examples/firstFiveMinutes',
	'action/accessToken',
	'action/simulation',
	'trigger/sendTest',
	'trigger/sendTestPatience',
	'examples/callMeBack',
];
const jestArguments = [`--testPathPatterns=test/e2e/(${files.join('|')})\\.test\\.ts$`];

const asked = process.argv.slice(2);
const chosen = asked.length > 0 ? asked.map(findVersion) : versions;
const results = [];
for (const { n8n: version } of chosen)
	results.push(await testInN8n({ name: `n8n ${version}`, version, jestArguments }));
report(results);
