import { filesIn, importsOf, tell } from './support/sources';
import type { Import } from './support/sources';

/**
 * The rooms of the sandbox from the bottom up, and what each may import besides itself. Only rooms above a row
 * stand in it, so no import leads back up.
 */
const ROOMS: ReadonlyArray<readonly [room: string, ...mayImport: string[]]> = [
	['clock'],
	['requirements'],
	['settings', 'requirements'],
	['memory', 'requirements'],
	['webhooks', 'clock', 'requirements', 'settings'],
	['world', 'clock', 'settings', 'memory', 'webhooks'],
	['wire', 'settings', 'memory', 'world'],
	['control', 'requirements', 'settings', 'memory', 'webhooks', 'world'],
	['stream', 'memory', 'webhooks', 'world', 'control'],
	['page'],
	['plane', 'requirements', 'settings', 'memory', 'webhooks', 'world', 'control', 'stream', 'page'],
	['server', 'webhooks', 'world', 'wire', 'control', 'plane'],
	['introduction', 'server'],
	['main', 'server', 'introduction'],
	['deliver', 'webhooks'],
];

/** The same for the page: what all tabs use, then the tabs. */
const PAGE_ROOMS: typeof ROOMS = [
	['parts'],
	['state', 'parts'],
	['handset', 'parts', 'state'],
	['deliveries', 'parts', 'state'],
	['ring', 'parts', 'state', 'handset', 'deliveries'],
	['phones', 'parts', 'state', 'handset', 'deliveries', 'ring'],
	['account', 'parts', 'state'],
	['controls', 'parts', 'state'],
	['app', 'parts', 'state', 'phones', 'ring', 'deliveries', 'account', 'controls'],
	['environment'],
	['main', 'parts', 'state', 'app', 'environment'],
	['files'],
	['serve', 'files'],
];

/** `control` of `sandbox/control/control.ts`, `world` of `sandbox/world.ts`. */
const roomOf = (path: string, house: string): string =>
	path.slice(house.length + 1).replace(/(\.\w+)?$|\/.*/, '');

const importsWithin = (house: string): Import[] =>
	filesIn(house)
		.filter((file) => /\.(ts|js)$/.test(file))
		.flatMap(importsOf)
		.filter(({ to }) => to.startsWith(`${house}/`));

describe.each([
	['sandbox', ROOMS],
	['sandbox/page', PAGE_ROOMS],
] as const)('the rooms of %s', (house, rooms) => {
	const names = rooms.map(([room]) => room);

	it('are all in the table', () => {
		const found = filesIn(house)
			.filter((file) => /\.(ts|js)$/.test(file))
			.map((file) => roomOf(file, house));
		expect([...new Set(found)].sort()).toEqual([...names].sort());
	});

	it('import only what the table lets them', () => {
		const crosses = ({ from, to }: Import): boolean => {
			const [room, target] = [roomOf(from, house), roomOf(to, house)];
			const [, ...mayImport] = rooms.find(([name]) => name === room) ?? [room];
			return room !== target && !mayImport.includes(target);
		};
		const imports = importsWithin(house);
		expect(imports.length).toBeGreaterThan(50);
		expect(imports.filter(crosses).map(tell)).toEqual([]);
	});

	it('never import a room that stands below them', () => {
		const upwards = rooms.flatMap(([room, ...mayImport], row) =>
			mayImport.filter((each) => names.indexOf(each) >= row).map((each) => `${room}: ${each}`),
		);
		expect(upwards).toEqual([]);
	});
});
