import { NodeSearchEngine } from '@n8n/ai-utilities/node-catalog';
import { DEFAULT_KEYS, sublimeSearch } from '@n8n/utils/search/sublime-search';
import type { INodeTypeDescription } from 'n8n-workflow';

import { describePack } from './pack';
import n8nNodes from './n8nNodes.json';

type Known = {
	readonly name: string;
	readonly displayName: string;
	readonly alias?: readonly string[];
	readonly usableAsTool?: boolean;
};

let known: readonly Known[] = [];
beforeAll(async () => {
	const ours = (await describePack()).map(
		({ name, displayName, codex, usableAsTool }): Known => ({
			name,
			displayName,
			alias: codex?.alias,
			usableAsTool: Boolean(usableAsTool),
		}),
	);
	known = [...n8nNodes, ...ours];
});

const entry = ({ name, displayName, alias }: Known) => ({
	name,
	displayName,
	codex: { alias },
	description: '',
	version: 1,
	inputs: ['main'],
	outputs: ['main'],
});

/** n8n offers a node that is usable as a tool a second time. */
const withTools = (nodes: readonly Known[]) =>
	nodes.flatMap((node) => [
		entry(node),
		...(node.usableAsTool
			? [entry({ ...node, name: `${node.name}Tool`, displayName: `${node.displayName} Tool` })]
			: []),
	]);

/** A node, its trigger and its tool are one app. */
const appsOf = (displayNames: readonly string[]): string[] => [
	...new Set(displayNames.map((name) => name.replace(/ (Trigger|Tool)$/, ''))),
];

/** The apps that a builder gets to see: n8n's catalogue shows five nodes of a search. */
const searchCatalogue = (wish: string): string[] => {
	const engine = new NodeSearchEngine(withTools(known) as never as INodeTypeDescription[]);
	return appsOf(engine.searchByName(wish, 5).map(({ displayName }) => displayName));
};

/** What the nodes panel of the editor shows for a text. */
const searchPanel = (text: string): string[] => {
	const nodes = known.map(({ displayName, alias }) => ({
		properties: { displayName, codex: { alias } },
	}));
	const found = sublimeSearch(text, nodes, DEFAULT_KEYS);
	return appsOf(found.map(({ item }) => item.properties.displayName));
};

describe("n8n's catalogue, which AI builders search", () => {
	it.each([
		'show my company name when I call',
		'branded calls from HubSpot',
		'asked for a callback',
		'why is my call marked spam',
		'verified business caller id',
		'branded caller id for outbound sales',
		'caller name',
		'call reason',
		'outbound call',
		'personalise calls in bulk',
		'reduce unanswered calls',
		'missed call',
		'unknown number',
		'dialler',
		'verified calls',
		'list numbers',
		'delist a phone number',
		'sync business numbers',
		'callback request',
		'survey after a call',
	])('has Truecaller first or second for the wish "%s"', (wish) => {
		expect(searchCatalogue(wish).slice(0, 2)).toContain('Truecaller');
	});

	it('puts nodes before us whose own name holds a word of the wish: no alias outranks a name', () => {
		expect(searchCatalogue('branded calls from HubSpot')).toEqual(['HubSpot', 'Truecaller']);
		expect(searchCatalogue('verified business caller id')).toEqual([
			'Google Business Profile',
			'Truecaller',
		]);
		const byName = searchCatalogue('customer asked for a callback');
		expect(byName.filter((name) => !name.startsWith('Customer'))).toEqual([]);
	});
});

describe('the nodes panel of the editor', () => {
	it.each([
		'dialler',
		'dialer',
		'missed call',
		'spam call',
		'caller id',
		'call me back',
		'list numbers',
		'phone call',
	])('has Truecaller first for "%s"', (text) => {
		expect(searchPanel(text)[0]).toBe('Truecaller');
	});
});
