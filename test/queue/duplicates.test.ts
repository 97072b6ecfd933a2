/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */

import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { Cluster } from '../../playground/queue/cluster';
import type { Rest, WorkflowNode } from '../../playground/n8n/rest';
import { webhookKey } from '../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { chain, createCredential } from '../e2e/n8n';
import { truecallerTrigger } from '../e2e/trigger/stage';
import { publish, sharedCluster, until, untilListening, type Production } from './stage';

const events = 40;
const copies = 3;
const post = axios.create({ proxy: false, validateStatus: () => true });

const removeDuplicates: WorkflowNode = {
	id: 'remove-duplicates',
	name: 'Remove Duplicates',
	type: 'n8n-nodes-base.removeDuplicates',
	typeVersion: 2,
	position: [0, 0],
	parameters: {
		operation: 'removeItemsSeenInPreviousExecutions',
		logic: 'removeItemsWithAlreadySeenKeyValues',
		dedupeValue: '={{ $json.event_id }}',
		options: {},
	},
};

const bodyOf = (eventId: string): object => ({
	event_id: eventId,
	event_type: 'cmb',
	cmb_payload: { client_number: '919876543210', is_interested: true },
});

describe('one event that reaches two webhook processes', () => {
	let sandbox: Sandbox;
	let cluster: Cluster;
	let rest: Rest;
	let production: Production;
	let known: string[] = [];

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ cluster, rest } = await sharedCluster());
		const trigger = truecallerTrigger(await createCredential(rest, sandbox.url));
		const path = `${String(trigger.webhookId)}/webhook`;
		production = await publish(cluster, rest, chain('Duplicates', trigger, removeDuplicates), path);
		await untilListening(cluster, path);
	});
	afterAll(async () => await sandbox.close());

	const send = async (eventId: string, processes: readonly string[]) =>
		await Promise.all(
			processes.map(
				async (url) => (await post.post(`${url}?key=${webhookKey}`, bodyOf(eventId))).status,
			),
		);

	/** Every copy of an event at the same moment to each of these processes, one event after the other. */
	const sendAll = async (ids: readonly string[], processes: readonly string[]) => {
		const statuses: number[] = [];
		for (const id of ids)
			statuses.push(...(await send(id, Array.from({ length: copies }, () => processes).flat())));
		return statuses;
	};

	const newIds = (count: number) => Array.from({ length: count }, () => randomUUID());

	/** How often the workflow was started by each event, and how often it got past Remove Duplicates. */
	const seen = async (ids: readonly string[], expected: number) => {
		const before = new Set(known);
		const mine = async () => (await production.ids()).filter((id) => !before.has(id));
		await until('the executions are stored', async () => (await mine()).length >= expected);
		const executions = await Promise.all(
			(await mine()).map(async (id) => await rest.execution(id)),
		);
		known = await production.ids();
		const count = (nodeName: string) => {
			const found = executions.flatMap((execution) =>
				execution.items(nodeName).map(({ json }) => json.event_id),
			);
			return ids.map((id) => found.filter((each) => each === id).length);
		};
		return { started: count('Truecaller Trigger'), past: count('Remove Duplicates') };
	};

	test('starts the workflow once in each of them, at most: a process knows only its own events', async () => {
		const ids = newIds(events);
		const statuses = await sendAll(ids, production.urls);
		expect(new Set(statuses)).toEqual(new Set([200]));
		const { started, past } = await seen(ids, events * 2);
		expect(started).toEqual(ids.map(() => 2));
		// Measured, and told in the README: n8n's own node can miss a repeat in the very same moment.
		const passedTwice = past.filter((times) => times > 1).length;
		process.stdout.write(
			`\n  ${events} events, ${copies} copies at once to each of two webhook processes: started ${started.join(' ')}; past Remove Duplicates ${past.join(' ')} (${passedTwice} twice)\n`,
		);
		expect(past.every((times) => times >= 1 && times <= 2)).toBe(true);
	});

	test('starts it once, if all copies reach the same one; a repeat at the other one, when the first is done, does not get past Remove Duplicates', async () => {
		const [here = '', there = ''] = production.urls;
		// One after the other: of a burst, n8n's node forgets some.
		for (const id of newIds(5)) {
			await sendAll([id], [here]);
			expect(await seen([id], 1)).toEqual({ started: [1], past: [1] });
			await sendAll([id], [there]);
			expect(await seen([id], 1)).toEqual({ started: [1], past: [0] });
		}
	});
});
