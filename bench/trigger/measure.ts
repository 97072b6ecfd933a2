/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../../playground/system/progress';
import { Trouble } from '../../playground/system/trouble';
import { median, percentile } from './figures';
import type { Loader } from './loader';
import type { BenchN8n } from './n8n';
import { eventWithoutId, subjects, titles, type Subject } from './workflows';

export type Plan = {
	connections: number;
	rounds: number;
	roundSeconds: number;
	warmUpSeconds: number;
	halfSeconds: number;
};
export type Round = {
	answeredPerSecond: number;
	finishedPerSecond: number;
	cpuMsPerEvent: number;
	answerMs: number[];
};
export type Rounds = Readonly<Record<Subject, Round[]>>;
/** A node at an even pace of half of what the Truecaller Trigger can do. */
export type Half = {
	subject: Subject;
	perSecond: number;
	events: number;
	p50Ms: number;
	p99Ms: number;
};

type Pace = { seconds: number; connections: number; perSecond?: number };

const pollMs = 50;
const finishMs = 60_000;

export async function warmUp(
	n8n: BenchN8n,
	loader: Loader,
	{ connections, warmUpSeconds }: Plan,
): Promise<void> {
	for (const subject of subjects)
		await measure(n8n, loader, subject, { connections, seconds: warmUpSeconds });
}

/** The nodes take turns; every other round the other way round, so that a slow change of the machine meets all alike. */
export async function measureRounds(
	n8n: BenchN8n,
	loader: Loader,
	{ connections, rounds, roundSeconds }: Plan,
): Promise<Rounds> {
	const measured: Record<Subject, Round[]> = { truecaller: [], webhook: [], guarded: [], bare: [] };
	for (let count = 0; count < rounds; count++) {
		const order = count % 2 === 0 ? subjects : [...subjects].reverse();
		for (const subject of order)
			measured[subject].push(
				await measure(n8n, loader, subject, { connections, seconds: roundSeconds }),
			);
		const told = subjects.map(
			(subject) => `${titles[subject]} ${measured[subject][count]?.finishedPerSecond.toFixed(1)}`,
		);
		say(`  round ${count + 1}, finished/s: ${told.join(', ')}`);
	}
	return measured;
}

export async function measureHalf(
	n8n: BenchN8n,
	loader: Loader,
	plan: Plan,
	rounds: Rounds,
): Promise<Half[]> {
	const perSecond = median(rounds.truecaller.map((round) => round.finishedPerSecond)) / 2;
	const halves: Half[] = [];
	for (const subject of ['truecaller', 'webhook'] as const) {
		const { answerMs } = await measure(n8n, loader, subject, {
			connections: plan.connections,
			seconds: plan.halfSeconds,
			perSecond,
		});
		halves.push({
			subject,
			perSecond,
			events: answerMs.length,
			p50Ms: percentile(answerMs, 50),
			p99Ms: percentile(answerMs, 99),
		});
	}
	return halves;
}

/** Sends for a while, and waits until n8n has finished whatever it said yes to: no round leaves work to the next. */
async function measure(
	n8n: BenchN8n,
	loader: Loader,
	subject: Subject,
	pace: Pace,
): Promise<Round> {
	const before = await n8n.finished(subject);
	const cpuBefore = n8n.cpuMs();
	const { startedMs, seconds, answerMs } = await loader.run({
		url: n8n.urlOf(subject),
		event: eventWithoutId(),
		...pace,
	});
	await untilFinished(n8n, subject, before + answerMs.length);
	const finishedPerSecond = (answerMs.length * 1_000) / (Date.now() - startedMs);
	const cpuMsPerEvent = (n8n.cpuMs() - cpuBefore) / answerMs.length;
	return {
		answeredPerSecond: answerMs.length / seconds,
		finishedPerSecond,
		cpuMsPerEvent,
		answerMs,
	};
}

async function untilFinished(n8n: BenchN8n, subject: Subject, expected: number): Promise<void> {
	const until = Date.now() + finishMs;
	let finished = await n8n.finished(subject);
	while (finished < expected && Date.now() < until) {
		await sleep(pollMs);
		finished = await n8n.finished(subject);
	}
	if (finished !== expected)
		throw new Trouble(
			`${titles[subject]}: ${expected} executions should have ended well by now, and ${finished} have`,
		);
}
