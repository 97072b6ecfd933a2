import { defaultModelSettings } from '../../nodes/Truecaller/simulation/settings/settings';
import { OUTCOMES } from '../../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../../nodes/Truecaller/simulation/rules/numbers/listing';
import { routes } from '../../nodes/Truecaller/simulation/routes/routes';
import { defaultServerSettings } from '../../sandbox/settings/server';
import { read } from '../support/sources';

const README = read('sandbox/README.md');

it.each(routes)('the README says what $name refuses', (route) => {
	const { name, purpose, method, path, refuses } = route;
	const row = `| \`${name}\` | ${purpose} | \`${method} ${path}\` | ${refuses.join('; ')} |`;
	expect(README.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`))).toEqual([row]);
});

it('the README has a row for every ending that means something', () => {
	const digits = [...Object.keys(OUTCOMES), ...Object.keys(MAGIC_NUMBERS)];
	const rows = [...README.matchAll(/^\| `(\d{4})` \|/gm)].map(([, each]) => each);
	expect(rows).toEqual(digits);
});

it('the README names every switch', () => {
	const { limits, ...switches } = { ...defaultServerSettings(), ...defaultModelSettings() };
	const names = [...Object.keys(switches), ...Object.keys(limits)];
	expect(names.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
});
