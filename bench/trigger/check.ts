/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { Trouble } from '../../playground/system/trouble';
import type { BenchN8n } from './n8n';
import { eventWithoutId, keyHeader, keyInUrl, subjects } from './workflows';

const liveMs = 10_000;
const settledMs = 1_000;
const pollMs = 100;

const post = async (url: string, event: object): Promise<number> =>
	(await axios.post(url, event, { headers: keyHeader, proxy: false, validateStatus: () => true }))
		.status;

const newEvent = (): object => ({ event_id: randomUUID(), ...eventWithoutId() });

/** What is measured is the whole node: a wrong key is refused, and the same event again starts nothing. */
export async function proveTrigger(n8n: BenchN8n): Promise<void> {
	for (const subject of subjects) await untilLive(n8n.urlOf(subject));
	await sleep(settledMs);
	const before = await n8n.finished('truecaller');
	const url = n8n.urlOf('truecaller');
	const event = newEvent();
	const answers = [
		await post(url.replace(keyInUrl, 'wrong'), event),
		await post(url, event),
		await post(url, event),
	];
	if (answers.join() !== '401,200,200')
		throw new Trouble(
			`A wrong key, a new event and its repeat were answered ${answers.join(', ')}`,
		);
	await sleep(settledMs);
	const started = (await n8n.finished('truecaller')) - before;
	if (started !== 1) throw new Trouble(`An event and its repeat started ${started} executions`);
}

/** A published workflow listens a moment after n8n said so. */
async function untilLive(url: string): Promise<void> {
	const until = Date.now() + liveMs;
	let status = await post(url, newEvent());
	while (status !== 200 && Date.now() < until) {
		await sleep(pollMs);
		status = await post(url, newEvent());
	}
	if (status !== 200) throw new Trouble(`${new URL(url).pathname} still answers ${status}`);
}
