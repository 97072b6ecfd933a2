import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { explainStop } from './explain';
import { showHint } from './hints';
import type { Reads } from './readAll';
import { toOutput, withMark } from './results';
import type { ItemResult } from './results';
import type { Reading } from './run';
import { tellSoFar } from './soFar';

/** A run whose items all have their results. */
export type EndedRun<T> = {
	readonly reads: Reads<T>;
	readonly startedAtMs: number;
	readonly simulated: boolean;
};

/** Every item has its result now: hand them on, or throw the first problem among them. */
export const finish = <T, R>(
	context: IExecuteFunctions,
	reading: Reading<T, R>,
	results: ReadonlyArray<ItemResult<R>>,
	run: EndedRun<T>,
): INodeExecutionData[] => {
	const index = results.findIndex(({ ok }) => !ok);
	const result = results[index];
	if (result && !result.ok && !context.continueOnFail()) {
		const fault = { index, problem: result.problem };
		throw explainStop(context, fault, results.length, tellSoFar(reading, results));
	}
	showHint(context, reading.hint?.(results, run.reads));
	showHint(context, reading.hintOnItems?.(run.reads));
	const [{ item: first }] = run.reads;
	const summary = reading.toOutput?.(results, first, Date.now() - run.startedAtMs);
	const { simulated } = run;
	if (summary)
		return [
			{
				json: withMark(summary, simulated),
				pairedItem: results.map((_result, item) => ({ item })),
			},
		];
	const items = run.reads.map(({ item }) => item);
	return toOutput(results, items, reading, { onError: context.getNode().onError, simulated });
};
