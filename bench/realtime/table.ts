import { median, say } from '../bulk/table';
import type { Figures } from './measure';
import { NAMES, VARIANTS } from './workflows';
import type { Variant } from './workflows';

export type Round = {
	readonly latencyMs: number;
	readonly calls: number;
	readonly figures: Record<Variant, Figures>;
};
export type Results = {
	readonly rounds: readonly Round[];
	readonly singles: Record<Variant, number[]>;
	/** The first round with twice the calls, for memory */
	readonly more: (Figures & { readonly calls: number }) | undefined;
	readonly unpaced: Figures;
};

const LEAST_RATE = 0.95;
const MOST_GROWTH = 1.15;

const printRound = ({ latencyMs, calls, figures }: Round): void => {
	for (const variant of VARIANTS) {
		const { nodeS, rate, refused, peakMb } = figures[variant];
		say(
			`| ${latencyMs} ms | ${calls} | ${NAMES[variant]} | ${nodeS.toFixed(2)} | ${(rate * 100).toFixed(1)} % | ${refused} | ${Math.round(peakMb)} |`,
		);
	}
};

const judge = (words: string, isMet: boolean, target: string): void =>
	say(`- ${words}: ${isMet ? 'met' : 'MISSED'} (target: ${target})`);

const judgeRound = ({ latencyMs, figures: { ours, http } }: Round): void => {
	const ratio = http.nodeS / ours.nodeS;
	judge(
		`${latencyMs} ms: ${(ours.rate * 100).toFixed(1)} % of 100 a second`,
		ours.rate >= LEAST_RATE,
		`${LEAST_RATE * 100} %`,
	);
	judge(`${latencyMs} ms: ${ours.refused} answers 429`, ours.refused === 0, 'none');
	judge(
		`${latencyMs} ms: ${ratio.toFixed(2)} times as fast as HTTP Request`,
		ratio >= 1,
		'no slower',
	);
};

export const printResults = ({ rounds, singles, more, unpaced }: Results): void => {
	say('\n| latency | calls | node | node s | of 100/s | 429s | peak MB |');
	say('| ---: | ---: | --- | ---: | ---: | ---: | ---: |');
	rounds.forEach(printRound);
	say();
	rounds.forEach(judgeRound);
	const [ours, http] = [median(singles.ours), median(singles.http)];
	judge(
		`one call, nothing to wait for: ${ours} ms, HTTP Request ${http} ms (medians of ${singles.ours.length})`,
		ours <= http,
		'no slower',
	);
	const most = Math.max(...rounds.map(({ figures }) => figures.ours.peakMb));
	const mostOfHttp = Math.max(...rounds.map(({ figures }) => figures.http.peakMb));
	if (more) {
		const usual = rounds[0]?.figures.ours.peakMb ?? NaN;
		judge(
			`memory: ${Math.round(more.peakMb)} MB with ${more.calls} calls, ${Math.round(usual)} MB with half of them`,
			more.peakMb <= usual * MOST_GROWTH,
			`at most ${MOST_GROWTH} times`,
		);
		judge(
			`${more.calls} calls: ${(more.rate * 100).toFixed(1)} % of 100 a second, ${more.refused} answers 429`,
			more.rate >= LEAST_RATE && more.refused === 0,
			`${LEAST_RATE * 100} %, none`,
		);
	}
	judge(
		`memory: HTTP Request ${Math.round(mostOfHttp)} MB`,
		most <= mostOfHttp,
		'no more than that',
	);
	judge(
		`with our pace off: ${unpaced.refused} answers 429`,
		unpaced.refused > 0,
		'some, or the limit was not on',
	);
};
