/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { resources } from '../../../nodes/Truecaller/resources';
import { routeNames, UNKNOWN_ROUTE } from '../../../nodes/Truecaller/simulation/routes/routes';
import { PROOFS } from '../proof';
import { cellsOf, ROUTES } from './cases';
import { EXPECTED } from './expected';
import { ERROR, FAULTS } from './expected/cells';

const cells = ROUTES.flatMap(([route, { expected }]) =>
	FAULTS.map((fault) => ({ name: `${route}: ${fault}`, cell: expected[fault] })),
);
const setUps = ROUTES.map(([, setUp]) => setUp);

describe('the table of faults', () => {
	it('has a cell for every route and every fault, and no others', () => {
		expect(cells.filter(({ cell }) => cell === undefined).map(({ name }) => name)).toEqual([]);
		for (const { expected } of setUps)
			expect(Object.keys(expected).sort()).toEqual([...FAULTS].sort());
	});

	it('has every route once, and every row for a route', () => {
		const names = ROUTES.map(([route]) => route);
		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
		const unused = Object.values(EXPECTED)
			.flatMap((family) => Object.entries(family))
			.filter(([, row]) => setUps.every(({ expected }) => expected !== row));
		expect(unused.map(([name]) => name)).toEqual([]);
	});

	it('is run from end to end: every family has its test file, and every route is in one family', () => {
		const tests = readdirSync(__dirname).filter((file) => file.endsWith('.test.ts'));
		const families = Object.keys(EXPECTED).map((family) => `${family}.test.ts`);
		expect(tests.sort()).toEqual([...families, path.basename(__filename)].sort());
		const run = Object.values(EXPECTED).flatMap((family) => cellsOf(family));
		expect(run.map(({ route, fault }) => `${route}: ${fault}`).sort()).toEqual(
			cells.flatMap(({ name }) => Array<string>(6).fill(name)).sort(),
		);
	});

	it('says of all three items what they come to, and has words for every error', () => {
		expect(cells.filter(({ cell }) => cell.items.length !== 3).map(({ name }) => name)).toEqual([]);
		expect(
			cells
				.filter(({ cell }) => cell.items.join().includes(ERROR) && !cell.words)
				.map(({ name }) => name),
		).toEqual([]);
	});

	it('has a route for every operation of the node and every call of the sandbox', () => {
		const operations = resources.flatMap(({ value, operations: all }) =>
			all.map((operation) => `${value}.${operation.value}`),
		);
		const tested = setUps.map(
			({ parameters: { resource, operation } }) => `${String(resource)}.${String(operation)}`,
		);
		const meetsNone = [...PROOFS].filter(([, { faults }]) => Object.keys(faults).length === 0);
		// It posts to a trigger and never to Truecaller: its faults stand in sendTest.test.ts and sendTestKey.test.ts.
		expect(meetsNone.map(([operation]) => operation)).toEqual(['event.sendTest']);
		expect(operations.filter((operation) => !tested.includes(operation))).toEqual([
			'event.sendTest',
		]);
		const watched = setUps.map((setUp) => setUp.watched);
		expect(routeNames.filter((name) => name !== UNKNOWN_ROUTE && !watched.includes(name))).toEqual(
			[],
		);
	});

	it('has the faults of an operation in the file of that operation', () => {
		for (const [name, { faults }] of PROOFS)
			for (const { parameters } of Object.values(faults))
				expect(`${String(parameters.resource)}.${String(parameters.operation)}`).toBe(name);
	});

	it('takes nothing from the code that it judges', () => {
		const folder = path.join(__dirname, 'expected');
		const files = ['../expected.ts', ...readdirSync(folder)];
		const imported = files.flatMap((file) =>
			[...readFileSync(path.join(folder, file), 'utf8').matchAll(/from '([^']+)'/g)].map(
				([, from]) => from,
			),
		);
		expect(imported.length).toBeGreaterThan(5);
		expect(imported.filter((from) => !/^\.\/(expected\/)?[a-z]+$/.test(String(from)))).toEqual([]);
	});
});
