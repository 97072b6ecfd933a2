import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import { findPartialWiring } from '../../../../nodes/Truecaller/resources/number/sync/partOfList';
import { createStrict } from '../../../support/strict';

const nodeOf = (name: string): INode => ({
	id: name,
	name,
	type: 'test.node',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
});

/** What n8n tells the node Sync in a workflow of these links. */
const contextOf = (links: ReadonlyArray<readonly [from: string, to: string]>, mode = 'trigger') => {
	const names = [...new Set(['Sync', ...links.flat()])];
	const connections = Object.fromEntries(
		names.map((name) => [
			name,
			{
				main: [
					links
						.filter(([from]) => from === name)
						.map(([, node]) => ({ node, type: 'main' as const, index: 0 })),
				],
			},
		]),
	);
	const types = {
		getByName: () => undefined as never,
		getByNameAndVersion: () => undefined as never,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		nodes: names.map(nodeOf),
		connections,
		active: false,
		nodeTypes: types,
	});
	const toTold = (found: string[]) => found.map((name) => ({ ...nodeOf(name), disabled: false }));
	return createStrict<IExecuteFunctions>({
		getNode: () => nodeOf('Sync'),
		getMode: () => mode as never,
		getChildNodes: (name: string) => toTold(workflow.getChildNodes(name)),
		getParentNodes: (name: string, options?: { depth?: number }) =>
			toTold(workflow.getParentNodes(name, 'main', options?.depth ?? -1)),
	});
};

const TABLE: ReadonlyArray<
	readonly [
		title: string,
		links: ReadonlyArray<readonly [string, string]>,
		mode: string,
		why: string | undefined,
	]
> = [
	[
		'nothing in one line',
		[
			['Start', 'Sheet'],
			['Sheet', 'Sync'],
			['Sync', 'Mail'],
		],
		'trigger',
		undefined,
	],
	['nothing in a run by hand', [['Start', 'Sync']], 'manual', undefined],
	[
		'nothing behind branches that are merged',
		[
			['Start', 'A'],
			['Start', 'B'],
			['A', 'Merge'],
			['B', 'Merge'],
			['Merge', 'Sync'],
		],
		'trigger',
		undefined,
	],
	[
		'nothing of a loop that ends before it',
		[
			['Start', 'Loop'],
			['Loop', 'Page'],
			['Page', 'Loop'],
			['Loop', 'Sync'],
		],
		'trigger',
		undefined,
	],
	[
		'a loop',
		[
			['Start', 'Loop'],
			['Loop', 'Sync'],
			['Sync', 'Loop'],
		],
		'trigger',
		'this node is inside a loop',
	],
	[
		'a loop of several nodes',
		[
			['Start', 'Loop'],
			['Loop', 'Edit'],
			['Edit', 'Sync'],
			['Sync', 'Wait'],
			['Wait', 'Loop'],
		],
		'trigger',
		'this node is inside a loop',
	],
	[
		'two branches',
		[
			['Start', 'A'],
			['Start', 'B'],
			['A', 'Sync'],
			['B', 'Sync'],
		],
		'trigger',
		'this node is fed by 2 branches',
	],
	['a sub-workflow', [['Called', 'Sync']], 'integrated', 'this node is in a sub-workflow'],
];

describe('the wiring of a sync', () => {
	it.each(TABLE)('tells that it may see a part of the list: %s', (_title, links, mode, why) => {
		expect(findPartialWiring(contextOf(links, mode))).toBe(why);
	});
});
