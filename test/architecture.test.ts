/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { readdirSync } from 'node:fs';
import path from 'node:path';

import { resources } from '../nodes/Truecaller/resources';
import {
	files,
	functionsOf,
	importsOf,
	linesOf,
	pageSources,
	read,
	ROOT,
	shipped,
	sources,
	tell,
} from './support/sources';
import type { Import } from './support/sources';

const N = 'nodes/Truecaller';

/** Who may import what: the first row that fits a file counts. Everything may import within its own room. */
const WALLS: ReadonlyArray<readonly [who: RegExp, ...mayImport: RegExp[]]> = [
	[/^credentials\//, new RegExp(`^${N}/api/(facts|access|reading)/`)],
	[new RegExp(`^${N}/api/facts/`)],
	[new RegExp(`^${N}/api/simulated\\.ts`), new RegExp(`^${N}/(api|simulation)/`)],
	[new RegExp(`^${N}/api/`), new RegExp(`^${N}/api/`)],
	[new RegExp(`^${N}/phone/`)],
	[new RegExp(`^${N}/simulation/`), new RegExp(`^${N}/(simulation|api/facts)/`)],
	// What AI builders read: of the fields, and of the schemas that the editor reads too.
	[new RegExp(`^${N}/builders/`), new RegExp(`^${N}/(resources/operation$|__schema__/)`)],
	[new RegExp(`^${N}/events/`), new RegExp(`^${N}/(api/facts|events|phone)/`)],
	[new RegExp(`^${N}/items/`), new RegExp(`^${N}/api/(request|problems)$`)],
	// Test events are made where the sandbox's are: docs/decisions/test-events-from-the-simulation.md
	[
		new RegExp(`^${N}/resources/event/`),
		new RegExp(`^${N}/(resources/operation$|items/|api/|phone/|simulation/events/|__schema__/)`),
	],
	[
		new RegExp(`^${N}/resources/\\w+/`),
		new RegExp(
			`^${N}/(resources/(operation|waiting|batchVersion)$|resources/(pickers|lists)/|items/|api/|phone/|__schema__/)`,
		),
	],
	[new RegExp(`^${N}/resources/operation\\.ts`), new RegExp(`^${N}/builders/`)],
	[
		new RegExp(`^${N}/resources/(waiting|batchVersion)\\.ts`),
		new RegExp(`^${N}/(resources/operation$|items/|api/)`),
	],
	[new RegExp(`^${N}/resources/index\\.ts`), new RegExp(`^${N}/resources/`)],
	[
		new RegExp(`^${N}/\\w+\\.node\\.ts`),
		new RegExp(`^${N}/(resources$|resources/(index|operation)$|events/|builders/)`),
	],
];

const PACKAGES = ['n8n-workflow', 'node:crypto'];

/** Returns the folder of a file; of a resource, the folder of the resource. */
const roomOf = (file: string): string =>
	/^nodes\/Truecaller\/resources\/\w+(?=\/)/.exec(file)?.[0] ?? path.posix.dirname(file);

const crossesAWall = ({ from, to }: Import): boolean => {
	if (PACKAGES.includes(to)) return false;
	const wall = WALLS.find(([who]) => who.test(from));
	if (!wall) return true;
	const [, ...mayImport] = wall;
	return roomOf(from) !== roomOf(to) && !mayImport.some((what) => what.test(to));
};

const INTO_SIMULATION = new RegExp(`^${N}/simulation/`);

/** Folders that serve people at a desk, and the folders that must not need them. */
const NEVER_IMPORTED: ReadonlyArray<readonly [what: string, who: string]> = [
	['test, playground, bench', 'nodes, credentials, sandbox'],
	['sandbox, examples', 'nodes, credentials'],
	['examples', 'sandbox, playground, bench'],
	['test, bench', 'playground'],
];

const inFolders = (folders: string): RegExp => new RegExp(`^(${folders.split(', ').join('|')})/`);

describe('walls', () => {
	it('keep every shipped file to what it may know', () => {
		expect(shipped.flatMap(importsOf).filter(crossesAWall).map(tell)).toEqual([]);
	});

	it('let the sandbox share the model and facts with the client, and no judgement', () => {
		const fromNodes = sources
			.filter((file) => file.startsWith('sandbox/'))
			.flatMap(importsOf)
			.filter(({ to }) => to.startsWith('nodes/'));
		const allowed = ({ to, typeOnly }: Import) =>
			to.startsWith(`${N}/simulation/`) ||
			to === `${N}/api/facts/limits` ||
			(to === `${N}/api/facts/wire` && typeOnly);
		expect(fromNodes.length).toBeGreaterThan(0);
		expect(fromNodes.filter((each) => !allowed(each)).map(tell)).toEqual([]);
	});

	it('open the simulation to the one door of the client, its events to the operation that sends them, and all of it to what is never shipped', () => {
		const shippedImports = shipped
			.flatMap(importsOf)
			.filter(({ from, to }) => INTO_SIMULATION.test(to) && !INTO_SIMULATION.test(from));
		const atTheDoor = ({ from, to }: Import) =>
			from === `${N}/api/simulated.ts` ||
			(from.startsWith(`${N}/resources/event/`) && to.startsWith(`${N}/simulation/events/`));
		expect(shippedImports.filter((each) => !atTheDoor(each)).map(tell)).toEqual([]);
		const atTheModel = shipped.flatMap(importsOf).filter(({ to }) => to === `${N}/api/simulated`);
		expect(new Set(atTheModel.map(({ from }) => from))).toEqual(new Set([`${N}/api/request.ts`]));
	});

	it.each(NEVER_IMPORTED)('keep %s out of %s', (what, who) => {
		const importers = sources.filter((file) => inFolders(who).test(file));
		expect(importers.length).toBeGreaterThan(0);
		expect(
			importers
				.flatMap(importsOf)
				.filter(({ to }) => inFolders(what).test(to))
				.map(tell),
		).toEqual([]);
	});

	it('leave two packages to require in what is shipped', () => {
		const built = readdirSync(path.join(ROOT, 'dist'), {
			recursive: true,
			encoding: 'utf8',
		}).filter((file) => file.endsWith('.js'));
		const required = built.flatMap((file) =>
			[...read(`dist/${file}`).matchAll(/require\("([^".][^"]*)"\)/g)].map(([, name]) => name),
		);
		expect(built.length).toBeGreaterThan(20);
		expect([...new Set(required)].sort()).toEqual([...PACKAGES].sort());
	});
});

describe('lists', () => {
	it('hold every operation that has a file', () => {
		const operationFiles = shipped.filter((file) => file.endsWith('.operation.ts'));
		const listed = resources.flatMap(({ value, operations }) =>
			operations.map((operation) => `${N}/resources/${value}/${operation.value}.operation.ts`),
		);
		expect(operationFiles.sort()).toEqual(listed.sort());
	});

	it('hold every operation in the README', () => {
		const rows = resources.flatMap(({ name, operations }) =>
			operations.map((operation) => `| ${name} | ${operation.name} |`),
		);
		const readme = read('README.md');
		expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
	});

	it('hold every node and credential in package.json', () => {
		const { n8n } = JSON.parse(read('package.json')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		const built = shipped
			.filter((file) => /\.(node|credentials)\.ts$/.test(file))
			.map((file) => `dist/${file.replace(/\.ts$/, '.js')}`);
		expect([...n8n.nodes, ...n8n.credentials].sort()).toEqual(built.sort());
	});
});

/** Facts by the hundred and no logic; a ceiling would only make them harder to compare. */
const FACTS = [`${N}/phone/countries.ts`, `${N}/api/facts/wire.ts`];

const ceilingOf = (file: string): number => {
	if (file.endsWith('.operation.ts')) return 80;
	if (file.endsWith('.node.ts')) return 120;
	return /^(nodes|credentials|sandbox|playground)\//.test(file) ? 150 : 250;
};

describe('size', () => {
	it('stays below the ceilings', () => {
		const tooLong = [...sources, ...pageSources].filter(
			(file) => !FACTS.includes(file) && linesOf(file) > ceilingOf(file),
		);
		expect(tooLong.map((file) => `${file}: ${linesOf(file)}`)).toEqual([]);
	});

	it('keeps shipped functions to thirty lines', () => {
		const tooLong = shipped.flatMap(functionsOf).filter(({ lines }) => lines > 30);
		expect(tooLong.map(({ name, lines }) => `${name}: ${lines}`)).toEqual([]);
	});
});

describe('shipped code', () => {
	it.each([
		['switches no lint rule off', /eslint-disable/],
		['suppresses no type error', /@ts-(ignore|expect-error|nocheck)/],
		['has no any', /(:|<|as)\s*any\b/],
		['has no double casts', /as unknown as|as never as/],
		['has no marks of unfinished work', /\b(TODO|FIXME|XXX)\b/],
	])('%s', (_title, mark) => {
		expect(shipped.filter((file) => mark.test(read(file)))).toEqual([]);
	});
});

it('Lock files name no address that a package was fetched from', () => {
	const locks = files.filter((file) => file.endsWith('package-lock.json'));
	expect(locks.length).toBeGreaterThan(1);
	expect(locks.filter((file) => /"resolved": "http/.test(read(file)))).toEqual([]);
});
