/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstExample, firstTrigger, linesPerCustomer } from '../../../playground/firstExample';
import { root } from '../../../playground/paths';
import type { Playground } from '../../../playground/playground';
import type { Rest, Workflow } from '../../../playground/n8n/rest';
import { startThirdParties, type ThirdParties } from '../../support/thirdParties';
import { eventually, sitDownAt, type Seat } from '../editor/editor';
import { chain, manualTrigger, personaliseCall, sharedN8n, sheet } from '../n8n';

const fileOf = (name: string) => join(root, 'examples', `${name}.json`);
const phones = Array.from({ length: 8 }, (_, index) => ({ phone: `+91987654000${index}` }));

/** As in a new n8n: the node has no credential, and nothing but n8n runs. */
const simulatedCall = () => {
	const { credentials, parameters, ...node } = personaliseCall('none', '={{ $json.phone }}');
	expect(credentials).toBeDefined();
	return { ...node, parameters: { connectTo: 'simulation', ...parameters } };
};

describe('the simulation in a real n8n', () => {
	let outside: ThirdParties;
	let n8n: Playground;
	let rest: Rest;
	let seat: Seat | undefined;

	beforeAll(async () => {
		outside = await startThirdParties(
			JSON.parse(String(process.env.E2E_THIRD_PARTIES)) as Parameters<typeof startThirdParties>[0],
			{},
		);
		({ n8n, rest } = await sharedN8n());
	});
	afterAll(async () => {
		await seat?.close();
		await outside.close();
	});

	const run = async (workflow: Workflow, trigger = 'Start') =>
		await rest.run((await rest.createWorkflow({ ...workflow, id: undefined })).id, trigger);
	const requestsToTruecaller = () =>
		[...outside.calls().map(({ to }) => to), ...outside.unplanned].filter((to) =>
			to.includes('truecaller'),
		);

	test('gives eight customers five kinds of outcome without a credential, and sends nothing', async () => {
		const execution = await run(
			chain('Simulation', manualTrigger, ...sheet(phones), simulatedCall()),
		);
		expect(execution.error?.message).toBeUndefined();
		const rows = execution.items('Personalise Call').map(({ json }) => json);
		expect(rows.map(({ outcome }) => outcome)).toEqual([
			'pushed',
			'cannotShow',
			'cannotShow',
			'cannotShow',
			'tryAgain',
			'refused',
			'unknown',
			'unknown',
		]);
		expect(rows.map((row) => Object.entries(row).at(-1))).toEqual(
			rows.map(() => ['simulated', true]),
		);
		expect(requestsToTruecaller()).toEqual([]);
	});

	test('runs the first example as it is imported', async () => {
		const text = readFileSync(fileOf(firstExample), 'utf8');
		const execution = await run(JSON.parse(text) as Workflow, firstTrigger);
		expect(execution.error?.message).toBeUndefined();
		expect(linesPerCustomer(execution).map((line) => line.split(/\s{2,}/)[2])).toEqual([
			'pushed',
			'cannotShow',
			'pushed',
			'pushed',
			'tryAgain',
			'pushed',
			'pushed',
			'not sent',
		]);
		expect(requestsToTruecaller()).toEqual([]);
	});

	test('stands in the form: no credential, a notice, the label by its name, and the others to choose from', async () => {
		seat = await sitDownAt(n8n);
		const { page, byId, openNode, linesOf, chosen, search, pick, shoot } = seat;
		await page.goto(`${n8n.editorUrl}/workflow/new`);
		await byId('canvas-wrapper').first().waitFor();
		await page.locator('input[type="file"]').first().setInputFiles(fileOf(firstExample));
		const node = page.locator('[data-test-id="canvas-node"][data-node-name="Personalise call"]');
		await eventually(async () =>
			expect(await node.innerText()).toContain('Simulation: Personalise call'),
		);
		await openNode('Personalise call');
		await eventually(async () => {
			const lines = await linesOf('node-parameters');
			expect(lines[0]).toBe('Connect To');
			expect(lines[1]).toMatch(/^Simulation: nothing is sent to Truecaller/);
			expect(lines.join()).not.toMatch(/credential/i);
		});
		await shoot('simulation-form');
		expect(await chosen('label')).toBe('Acme Bank – KYC');
		const offered = await search('label', 'flower');
		await eventually(async () =>
			// Older editors offer the whole list; the test of the editor proves the search.
			expect(await offered()).toEqual(
				expect.arrayContaining(['Flower rasm', 'FlowerEra Delivery']),
			),
		);
		await pick('FlowerEra Delivery');
		await eventually(async () => expect(await chosen('label')).toBe('FlowerEra Delivery'));
	});
});
