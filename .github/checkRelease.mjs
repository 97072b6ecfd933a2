// node .github/checkRelease.mjs v1.2.3: asked before anything is published, in the folder that is to be published.
// The tag, package.json and the newest heading of CHANGELOG.md have to name the same version.

import { readFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const heading = /^## .*$/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[0] ?? 'no heading at all';
const wanted = new RegExp(`^## ${version.replaceAll('.', '\\.')} – \\d{4}-\\d\\d-\\d\\d$`);

const faults = [];
if (tag !== `v${version}`)
	faults.push(
		`The tag is "${tag}", and package.json says ${version}: the tag has to be "v${version}".`,
	);
if (!wanted.test(heading))
	faults.push(
		`CHANGELOG.md begins with "${heading}": it has to be "## ${version} – " and the day, as 2026-01-31.`,
	);

for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${tag} can be published.`);
process.exitCode = faults.length === 0 ? 0 : 1;
