/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { cpus, loadavg } from 'node:os';
import n8nPackage from '../../playground/n8n/package.json';
import { median, percentile, toTable } from './figures';
import type { Half, Round, Rounds } from './measure';
import { P99_TARGET_MS, type Mode } from './modes';
import { subjects, titles, type Subject } from './workflows';

export type Measured = { mode: Mode; rounds: Rounds; halves: Half[] };

export function tellMachine(queue: boolean): string {
	const [first] = cpus();
	const load = loadavg()[0]?.toFixed(1);
	return `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${first?.model.trim()}, load ${load} before the start; n8n ${n8nPackage.devDependencies.n8n}, ${queue ? 'queue mode: main, webhook process, two workers; Redis, PostgreSQL' : 'one process, SQLite'}`;
}

export function tellModes(measured: readonly Measured[]): string {
	const header = [
		'engine',
		'node',
		'answered/s',
		'finished/s',
		'of Webhook',
		'with a key',
		'of bare',
		'CPU ms/event',
		'p50 ms',
		'p99 ms',
	];
	const rows = measured.flatMap(({ mode, rounds }) =>
		subjects.map((subject) => toRow(mode, rounds, subject)),
	);
	const halfHeader = ['engine', 'node', 'sent/s', 'events', 'p50 ms', 'p99 ms'];
	const halfRows = measured.flatMap(({ mode, halves }) =>
		halves.map((half) => toHalfRow(mode, half)),
	);
	return `As fast as answered:\n${toTable([header, ...rows])}\n\nAt half of what the Truecaller Trigger finished:\n${toTable([halfHeader, ...halfRows])}`;
}

function toRow(mode: Mode, rounds: Rounds, subject: Subject): string[] {
	const middle = (pick: (round: Round) => number) => median(rounds[subject].map(pick)).toFixed(1);
	const answerMs = rounds[subject].flatMap((round) => round.answerMs);
	const share = (other: Subject) =>
		other === subject ? '' : median(sharesOf(rounds, subject, other)).toFixed(2);
	return [
		mode.name,
		titles[subject],
		middle((round) => round.answeredPerSecond),
		middle((round) => round.finishedPerSecond),
		share('webhook'),
		share('guarded'),
		share('bare'),
		middle((round) => round.cpuMsPerEvent),
		percentile(answerMs, 50).toFixed(0),
		percentile(answerMs, 99).toFixed(0),
	];
}

const toHalfRow = (mode: Mode, { subject, perSecond, events, p50Ms, p99Ms }: Half): string[] => [
	mode.name,
	titles[subject],
	perSecond.toFixed(1),
	String(events),
	p50Ms.toFixed(0),
	p99Ms.toFixed(0),
];

/** Round by round, so that a slow minute of the machine weighs on both. */
const sharesOf = (rounds: Rounds, subject: Subject, other: Subject): number[] =>
	rounds[subject].map(
		(round, count) => round.finishedPerSecond / (rounds[other][count]?.finishedPerSecond ?? NaN),
	);

const verdict = (isMet: boolean): string => (isMet ? 'met' : 'NOT MET');

export function tellTargets(measured: readonly Measured[]): string {
	const lines = measured.flatMap((each) => [tellShare(each), tellHalf(each)]);
	return ['Targets of the Truecaller Trigger:', ...lines].join('\n');
}

function tellShare({ mode, rounds }: Measured): string {
	const { share, of } = mode.target;
	const shares = sharesOf(rounds, 'truecaller', of);
	const reached = median(shares);
	const cpu = (subject: Subject) => median(rounds[subject].map((round) => round.cpuMsPerEvent));
	const byCpu = `by CPU time ${(cpu(of) / cpu('truecaller')).toFixed(2)}`;
	const range = `rounds ${Math.min(...shares).toFixed(2)} to ${Math.max(...shares).toFixed(2)}`;
	return `  ${mode.name}: ${reached.toFixed(2)} of ${titles[of]}, ${range}, ${byCpu}; target at least ${share.toFixed(2)}: ${verdict(reached >= share)}`;
}

function tellHalf({ mode, halves }: Measured): string {
	const { p99Ms = NaN } = halves.find(({ subject }) => subject === 'truecaller') ?? {};
	return `  ${mode.name}: p99 at half the capacity ${p99Ms.toFixed(0)} ms; target under ${P99_TARGET_MS} ms: ${verdict(p99Ms < P99_TARGET_MS)}`;
}
