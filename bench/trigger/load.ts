/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyHeader } from './workflows';

/** With a rate, events are sent by the clock, whether or not the earlier ones were answered; without, as fast as they are answered. */
export type Job = {
	url: string;
	event: object;
	connections: number;
	seconds: number;
	perSecond?: number;
};
export type Load = { startedMs: number; seconds: number; answerMs: number[] };
export type LoadAnswer = { load: Load } | { fault: string };

/** The process that sends. It is another than the one that reports, and lives as long as that one. */
process.on('message', (job: Job) => {
	void run(job).then(
		(load) => process.send?.({ load }),
		(error: unknown) =>
			process.send?.({ fault: String(error instanceof Error ? error.message : error) }),
	);
});
process.on('disconnect', () => process.exit());

async function run(job: Job): Promise<Load> {
	const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
	const answerMs: number[] = [];
	const startedMs = Date.now();
	try {
		await (job.perSecond === undefined
			? sendAlways(job, agent, answerMs)
			: sendByClock(job, job.perSecond, agent, answerMs));
		return { startedMs, seconds: (Date.now() - startedMs) / 1_000, answerMs };
	} finally {
		agent.destroy();
	}
}

async function sendAlways(job: Job, agent: Agent, answerMs: number[]): Promise<void> {
	const until = performance.now() + job.seconds * 1_000;
	const sendOn = async () => {
		while (performance.now() < until) answerMs.push(await send(job, agent, performance.now()));
	};
	await Promise.all(Array.from({ length: job.connections }, sendOn));
}

/** Evenly spaced. Time counts from when an event was due, so waiting for a free connection counts too. */
async function sendByClock(
	job: Job,
	perSecond: number,
	agent: Agent,
	answerMs: number[],
): Promise<void> {
	const startMs = performance.now();
	const onTheirWay: Array<Promise<unknown>> = [];
	for (let count = 0; count < perSecond * job.seconds; count++) {
		const dueMs = startMs + (count * 1_000) / perSecond;
		await sleep(Math.max(0, dueMs - performance.now()));
		const sending = send(job, agent, dueMs).then((ms) => answerMs.push(ms));
		sending.catch(() => undefined);
		onTheirWay.push(sending);
	}
	await Promise.all(onTheirWay);
}

/** One event that nobody has sent before. How long its answer took, up to its last byte. */
async function send({ url, event }: Job, agent: Agent, sinceMs: number): Promise<number> {
	const body = JSON.stringify({ event_id: randomUUID(), ...event });
	const headers = {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body),
		...keyHeader,
	};
	return await new Promise((resolve, reject) => {
		const sending = request(url, { method: 'POST', agent, headers }, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (part: string) => (text += part));
			answer.on('error', reject);
			answer.on('end', () => {
				const status = answer.statusCode ?? 0;
				if (status >= 200 && status < 300) return resolve(performance.now() - sinceMs);
				reject(new Error(`${new URL(url).pathname} answered ${status}: ${text.slice(0, 200)}`));
			});
		});
		sending.on('error', reject);
		sending.end(body);
	});
}
