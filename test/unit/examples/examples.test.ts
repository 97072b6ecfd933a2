/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { exampleNames, exampleWorkflow } from '../../../playground/n8n/seed';
import type { WorkflowNode } from '../../../playground/n8n/rest';

const root = path.resolve(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const e2eTests = readdirSync(path.join(root, 'test/e2e'), { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts'))
	.map((file) => read(`test/e2e/${file}`));

/** Two examples are also shown by `npm start`, which names them once for all. */
const namedOnce: Record<string, string> = {
	'first-five-minutes': 'firstExample',
	'call-me-back': 'callMeBack',
};
const isRunIn = (name: string) => (test: string) => {
	const named = namedOnce[name] ?? `'${name}'`;
	return ['openExample', 'openJourney', 'exampleWorkflow'].some((open) =>
		test.includes(`${open}(${named}`),
	);
};

const isNote = ({ type }: WorkflowNode) => type === 'n8n-nodes-base.stickyNote';
const isTruecaller = ({ type }: WorkflowNode) => type.startsWith('n8n-nodes-truecaller.');
/** As the editor draws it, with its name below. */
const boxOf = ({ position: [x, y], parameters, ...node }: WorkflowNode) =>
	isNote({ ...node, position: [x, y], parameters })
		? { x, y, right: x + Number(parameters.width), bottom: y + Number(parameters.height) }
		: { x, y, right: x + 96, bottom: y + 96 };
const overlap = (one: WorkflowNode, other: WorkflowNode) => {
	const [a, b] = [boxOf(one), boxOf(other)];
	return a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;
};

describe.each(exampleNames())('the example %s', (name) => {
	const { nodes, pinData = {} } = exampleWorkflow(name) as ReturnType<typeof exampleWorkflow> & {
		pinData?: object;
	};
	const notes = nodes.filter(isNote);
	const working = nodes.filter((node) => !isNote(node));

	it('is run by an end-to-end test', () => {
		expect(e2eTests.some(isRunIn(name))).toBe(true);
	});

	it('has a row in the list of examples, with its picture', () => {
		const row = read('examples/README.md')
			.split('\n')
			.find((line) => line.startsWith('| [') && line.includes(`](${name}.json)`));
		expect(row).toContain(`](previews/${name}.png)`);
		expect(existsSync(path.join(root, `examples/previews/${name}.png`))).toBe(true);
	});

	it('says for whom it is, how to set it up and what happens when things fail', () => {
		const text = notes.map(({ parameters }) => String(parameters.content)).join('\n');
		expect(text).toMatch(/\*\*For /);
		expect(text).toMatch(/Set it up|choose (it|yours|your)|your own (account|data)/i);
		expect(text).toMatch(/fail/i);
	});

	it('covers no node with a note, and no note with another', () => {
		const covered = notes.flatMap((note) =>
			nodes
				.filter((node) => node !== note && overlap(note, node))
				.map((node) => `${note.name} / ${node.name}`),
		);
		expect(covered).toEqual([]);
	});

	it('names no credential, so that the editor fills it in, and pins no node but a trigger', () => {
		expect(read(`examples/${name}.json`)).not.toContain('"credentials"');
		const pinned = working.filter((node) => node.name in pinData);
		expect(pinned.filter(({ type }) => !type.endsWith('Trigger')).map((node) => node.name)).toEqual(
			[],
		);
		expect(pinned.filter((node) => !isTruecaller(node)).length).toBeLessThan(2);
	});

	it('gives every Truecaller node a way on for what it cannot send', () => {
		const actions = working.filter(({ type }) => type === 'n8n-nodes-truecaller.truecaller');
		expect(actions.filter(({ onError }) => onError === undefined).map((node) => node.name)).toEqual(
			[],
		);
	});
});
