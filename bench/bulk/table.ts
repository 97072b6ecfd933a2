/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a program for developers, never shipped */

import type { Paced } from './limits';
import type { Measured } from './run';
import { VARIANTS } from './workflows';
import type { Variant } from './workflows';

export type Figures = Pick<Measured, 'nodesS' | 'wholeS' | 'peakMb'>;
export type Rounds = Record<Variant, Figures[]>;

const NAMES: Readonly<Record<Variant, string>> = {
	ours: 'Personalise Many',
	loop: '(a) Loop + HTTP Request',
	expert: '(b) Code + HTTP + Code',
	fields: '(c) Edit Fields',
};

export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted.length / 2;
	return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
};

const of = (rounds: Rounds, variant: Variant, figure: keyof Figures) =>
	median(rounds[variant].map((each) => each[figure]));

const target = (words: string, value: number, most: number, unit: string): void =>
	say(
		`- ${words}: ${value.toFixed(2)}${unit} (${value <= most ? 'met' : 'MISSED'}, target at most ${most}${unit})`,
	);

/** Medians of all rounds, and how we stand to each of the others. */
export const printRounds = (rounds: Rounds, items: number, latencyMs: number): void => {
	say(
		`\n${items} items, every answer ${latencyMs} ms later, medians of ${rounds.ours.length} round(s)\n`,
	);
	say('| | node(s) s | items/s | execution s | peak MB |');
	say('| --- | ---: | ---: | ---: | ---: |');
	for (const variant of VARIANTS) {
		const [nodesS, wholeS, peakMb] = (['nodesS', 'wholeS', 'peakMb'] as const).map((figure) =>
			of(rounds, variant, figure),
		) as [number, number, number];
		say(
			`| ${NAMES[variant]} | ${nodesS.toFixed(2)} | ${Math.round(items / nodesS)} | ${wholeS.toFixed(2)} | ${Math.round(peakMb)} |`,
		);
	}
	say();
	const ratio = (one: Variant, other: Variant, figure: keyof Figures) =>
		median(
			rounds[one].map((each, round) => each[figure] / (rounds[other][round]?.[figure] ?? NaN)),
		);
	const faster = ratio('loop', 'ours', 'nodesS');
	say(
		`- times as fast as (a), node(s): ${faster.toFixed(2)} (${faster >= 5 ? 'met' : 'MISSED'}, target at least 5); execution: ${ratio('loop', 'ours', 'wholeS').toFixed(2)}`,
	);
	say(
		`- times as fast as (b), node(s): ${ratio('expert', 'ours', 'nodesS').toFixed(2)}; execution: ${ratio('expert', 'ours', 'wholeS').toFixed(2)} (reported)`,
	);
	target(
		'peak memory as a multiple of (c)',
		of(rounds, 'ours', 'peakMb') / of(rounds, 'fields', 'peakMb'),
		1.6,
		'',
	);
};

export const printCpu = (values: readonly number[]): void =>
	target(
		'own CPU per item, without n8n (in process, fake parameters and calls)',
		median(values),
		30,
		' µs',
	);

export const printLimits = (
	{ leastS, evenS, tookS, refused, unpacedRefused }: Paced,
	batches: number,
	scale: number,
): void => {
	say(
		`\n${batches} batches at 60 a minute, ${scale} times as fast as real time; from the first arrival to the last`,
	);
	target(
		`${tookS.toFixed(2)} s, over the least possible ${leastS.toFixed(2)} s`,
		(tookS / leastS - 1) * 100,
		5,
		' %',
	);
	say(
		`- over an even 60 a minute (${evenS.toFixed(2)} s): ${((tookS / evenS - 1) * 100).toFixed(2)} %`,
	);
	target('429s', refused, 0, '');
	say(`- 429s with our pace off: ${unpacedRefused}`);
};
