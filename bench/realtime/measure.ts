import type { BulkSandbox } from '../bulk/sandbox';
import { executeNodes } from '../bulk/run';
import { manyCalls, NAMES, SINGLES, singleName, VARIANTS } from './workflows';
import type { Variant } from './workflows';

/** What the calls of one execution came to. `rate`: of the documented hundred a second, from the first arrival to the last. */
export type Figures = {
	readonly nodeS: number;
	readonly rate: number;
	readonly refused: number;
	readonly peakMb: number;
};

const PER_SECOND = 100;

/** The calls of a run as the sandbox saw them; throws unless it took every person's once. */
export const readArrivals = async (sandbox: BulkSandbox, calls: number, fromMs: number) => {
	const all = (await sandbox.received('realTimeV2')).filter(({ at }) => at >= fromMs);
	const taken = all.filter(({ status }) => status === 200);
	const phones = new Set(taken.flatMap(({ body }) => body?.receiver_number ?? []));
	const whole =
		taken.length === calls && (taken.some(({ trimmed }) => trimmed) || phones.size === calls);
	return {
		whole,
		taken: taken.length,
		refused: all.filter(({ status }) => status === 429).length,
		times: taken.map(({ at }) => at).sort((one, other) => one - other),
	};
};

/** One execution in a process of its own. `mustArrive`: a call that was turned away for good fails the bench. */
export const measure = async (
	userFolder: string,
	sandbox: BulkSandbox,
	variant: Variant,
	calls: number,
	mustArrive = variant === 'ours',
): Promise<Figures> => {
	const fromMs = Date.now();
	const { peakMb, runsOf } = await executeNodes(
		userFolder,
		manyCalls(variant, calls, sandbox.url).id ?? '',
	);
	const [run] = runsOf(NAMES[variant]);
	const rows = run?.data.main[0]?.length ?? 0;
	const { whole, taken, refused, times } = await readArrivals(sandbox, calls, fromMs);
	if (mustArrive && (!whole || rows !== calls))
		throw new Error(`${NAMES[variant]}: ${rows} rows and ${taken} calls taken, of ${calls}`);
	const seconds = (Math.max(...times) - Math.min(...times)) / 1_000;
	return {
		nodeS: (run?.executionTime ?? NaN) / 1_000,
		rate: (taken - 1) / seconds / PER_SECOND,
		refused,
		peakMb,
	};
};

/** The time of each node with one call, in ms, by turns. The first turn, which logs in and warms up, is left out. */
export const measureSingles = async (
	userFolder: string,
	times: number,
): Promise<Record<Variant, number[]>> => {
	const { runsOf } = await executeNodes(userFolder, SINGLES);
	const of = (variant: Variant) =>
		Array.from(
			{ length: times },
			(_none, time) => runsOf(singleName(variant, time))[0]?.executionTime ?? NaN,
		).slice(1);
	return { ours: of(VARIANTS[0]), http: of(VARIANTS[1]) };
};
