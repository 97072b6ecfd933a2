/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { resources } from '../../../nodes/Truecaller/resources';
import { routeNames, UNKNOWN_ROUTE } from '../../../nodes/Truecaller/simulation/routes/routes';
import { EXPECTED } from './expected';
import { ERROR, FAULTS, ROUTES } from './expected/cells';
import { SET_UPS } from './setUps';

const cells = ROUTES.flatMap((route) =>
	FAULTS.map((fault) => ({ name: `${route}: ${fault}`, cell: EXPECTED[route]?.[fault] })),
);

describe('the table of faults', () => {
	it('has a cell for every route and every fault, and no others', () => {
		expect(cells.filter(({ cell }) => cell === undefined).map(({ name }) => name)).toEqual([]);
		expect(Object.keys(EXPECTED).sort()).toEqual([...ROUTES].sort());
		for (const route of ROUTES)
			expect(Object.keys(EXPECTED[route]).sort()).toEqual([...FAULTS].sort());
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
		const tested = ROUTES.map((route) => SET_UPS[route].parameters).map(
			({ resource, operation }) => `${String(resource)}.${String(operation)}`,
		);
		expect(operations.filter((operation) => !tested.includes(operation))).toEqual([]);
		const watched = ROUTES.map((route) => SET_UPS[route].watched);
		expect(routeNames.filter((name) => name !== UNKNOWN_ROUTE && !watched.includes(name))).toEqual(
			[],
		);
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
