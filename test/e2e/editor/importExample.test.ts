/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { join } from 'node:path';
import { root } from '../../../playground/paths';
import type { Playground } from '../../../playground/playground';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { eventually, sitDownAt, type Seat } from './editor';
import { createCredential, sharedN8n } from '../n8n';

type Row = { id: string; type: string };

describe('an example that is imported from its file', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let seat: Seat;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		await createCredential(rest, sandbox.url);
		for (const { id } of await hubspotCredentials()) await rest.http.delete(`/credentials/${id}`);
		seat = await sitDownAt(n8n);
	});
	afterAll(async () => {
		await seat?.close();
		await sandbox.close();
	});

	const hubspotCredentials = async () => {
		const { data } = await rest.http.get<{ data: Row[] }>('/credentials');
		return data.data.filter(({ type }) => type === 'hubspotAppToken');
	};
	const savedNodes = async () => {
		const id = /workflow\/([^/?]+)/.exec(seat.page.url())?.[1];
		const { data } = await rest.http.get<{ data: { nodes: WorkflowNode[] } }>(`/workflows/${id}`);
		return data.data.nodes;
	};
	const credentialsOf = (nodes: WorkflowNode[], kind: string) =>
		nodes
			.filter(({ type }) => type.includes(kind))
			.map(({ credentials }) => Object.values(credentials ?? {})[0]?.id);

	test('has its two credentials in all nodes, and saved, once they were given in one', async () => {
		const { page, byId, field, openNode } = seat;
		await page.goto(`${n8n.editorUrl}/workflow/new`);
		await byId('canvas-wrapper').first().waitFor();
		await page
			.locator('input[type="file"]')
			.first()
			.setInputFiles(join(root, 'examples', 'hubspot-deal.json'));
		await openNode('Deals in that stage');
		await page.getByRole('button', { name: 'Connect to HubSpot' }).click();
		await field('appToken').locator('input').fill('made-up-hubspot-token');
		await byId('credential-save-button').first().click();
		await eventually(async () => {
			const nodes = await savedNodes();
			const [hubspot] = await hubspotCredentials();
			expect(credentialsOf(nodes, 'hubspot')).toEqual(
				Array<string | undefined>(10).fill(hubspot?.id),
			);
			expect(credentialsOf(nodes, 'truecaller')).toEqual([expect.any(String), expect.any(String)]);
		});
	});
});
