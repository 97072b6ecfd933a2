import { executeNodes } from '../bulk/run';
import type { BulkSandbox } from '../bulk/sandbox';
import { say } from '../bulk/table';
import { withTokens } from '../bulk/workflows';
import { readArrivals } from './measure';
import { manyCalls, NAMES } from './workflows';

/** Parallel Tokens. */
const TOKEN_COUNTS = [1, 2, 4, 8] as const;
export const TOKENS = TOKEN_COUNTS.map(String);

const LATENCY_MS = 100;
const PER_SECOND = 100;
const LEAST_RATE = 0.95;

const callsOf = (callsPerToken: number, count: number): number => callsPerToken * count;

export const tokensWorkflows = (callsPerToken: number, url: string) =>
	TOKEN_COUNTS.map((count) =>
		withTokens(String(count), manyCalls('ours', callsOf(callsPerToken, count), url)),
	);

type Figures = {
	readonly count: number;
	readonly calls: number;
	readonly perSecond: number;
	readonly refused: number;
	readonly logins: number;
	readonly cpuMs: number;
	readonly peakMb: number;
};

/** So many calls for each token, against a sandbox that begins anew. Throws unless every call was taken once. */
const measure = async (
	userFolder: string,
	sandbox: BulkSandbox,
	count: number,
	calls: number,
): Promise<Figures> => {
	await sandbox.reset();
	await sandbox.settings({ latencyMs: LATENCY_MS });
	const { id = '' } = withTokens(String(count), manyCalls('ours', calls, sandbox.url));
	const { runsOf, peakMb, cpuBetween } = await executeNodes(userFolder, id);
	const [run] = runsOf(NAMES.ours);
	const rows = run?.data.main[0]?.length ?? 0;
	const { whole, taken, refused, times } = await readArrivals(sandbox, calls, 0);
	if (!whole || rows !== calls)
		throw new Error(`${count} tokens: ${rows} rows and ${taken} calls taken, of ${calls}`);
	const startedMs = run?.startTime ?? NaN;
	const cpuS = cpuBetween(startedMs, startedMs + (run?.executionTime ?? NaN));
	const [firstMs = NaN, lastMs = NaN] = [times[0], times.at(-1)];
	return {
		count,
		calls,
		perSecond: ((taken - 1) / (lastMs - firstMs)) * 1_000,
		refused,
		logins: (await sandbox.received('token')).filter(({ status }) => status === 200).length,
		cpuMs: (cpuS / calls) * 1_000,
		peakMb,
	};
};

/** As many calls for each token as for one, with an answer that takes a tenth of a second. */
export const measureTokens = async (
	userFolder: string,
	sandbox: BulkSandbox,
	callsPerToken: number,
): Promise<void> => {
	say(`\nAnswers after ${LATENCY_MS} ms, ${PER_SECOND} calls a second for each token\n`);
	say('| tokens | calls | calls/s | of the limit | 429s | logins | CPU ms/call | peak MB |');
	say('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
	const rates = [];
	for (const count of TOKEN_COUNTS) {
		const each = await measure(userFolder, sandbox, count, callsOf(callsPerToken, count));
		const { calls, perSecond, refused, logins, cpuMs, peakMb } = each;
		const rate = perSecond / (PER_SECOND * count);
		rates.push({ count, rate });
		say(
			`| ${count} | ${calls} | ${perSecond.toFixed(1)} | ${(rate * 100).toFixed(1)} % | ${refused} | ${logins} | ${cpuMs.toFixed(2)} | ${Math.round(peakMb)} |`,
		);
	}
	say();
	for (const { count, rate } of rates)
		say(
			`- ${count} tokens: ${(rate * 100).toFixed(1)} % of the limit (${rate >= LEAST_RATE ? 'met' : 'MISSED'}, target ${LEAST_RATE * 100} %, until the work of n8n is the bound)`,
		);
};
