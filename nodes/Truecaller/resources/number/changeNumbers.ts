import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { LIMITS } from '../../api/facts/limits';
import type { Read } from '../../api/problems';
import type { Api } from '../../api/request';
import { inChunks } from '../../items/inChunks';
import type { Entry, Sent } from '../../items/inChunks';
import type { Item } from '../../items/item';
import type { E164 } from '../../phone/phoneNumber';
import { readMaxWaitMs } from '../waiting';
import type { NumberCall } from '../../api/reading/numbersAnswer';
import { readNumbers } from './readNumbers';
import { sendNumbers } from './sendNumbers';
import { settleNumbers } from './settle';
import type { Changing } from './settle';

/** How long to wait for numbers to settle, in ms: 0 for not at all. */
export const maxWaitOf = (first: Item): Read<number> =>
	readMaxWaitMs(first.option('waitUntilSettled'), first.option('maxWait'));

const read = (item: Item, first: Item): Read<ReadonlyArray<Entry<E164>>> => {
	const maxWait = maxWaitOf(first);
	return maxWait.ok ? readNumbers(item, first) : maxWait;
};

/** Waits for the numbers of each feature set in turn, all within the same time. */
export const followNumbers = async (
	changing: readonly Changing[],
	api: Api,
	maxWaitMs: number,
): Promise<IDataObject[]> => {
	const endsAtMs = Date.now() + maxWaitMs;
	const featureSets = new Set(changing.map(({ row }) => String(row.featureSetId)));
	await Promise.all(
		[...featureSets].map(
			async (id) =>
				await settleNumbers(
					changing.filter(({ row }) => row.featureSetId === id),
					api,
					id,
					endsAtMs,
				),
		),
	);
	return changing.map(({ row }) => row);
};

/** The `run` of both: all numbers of all items, gathered per feature set, each sent once, 10,000 to a call. */
export const changeNumbers = (
	call: NumberCall,
): ((context: IExecuteFunctions) => Promise<INodeExecutionData[]>) =>
	inChunks<E164>({
		size: LIMITS.numbersPerCall,
		atOnce: 1,
		read,
		send: async (numbers, api, featureSetId) => await sendNumbers(call, numbers, api, featureSetId),
		followUp: async (sent: ReadonlyArray<Sent<E164>>, api, first) => {
			const maxWait = maxWaitOf(first);
			if (!maxWait.ok || maxWait.value === 0) return [];
			return await followNumbers(
				sent.map(({ value, row }) => ({ number: value, call, row })),
				api,
				maxWait.value,
			);
		},
		isDone: (row) => row.result === 'accepted',
		doneWord: 'accepted by Truecaller',
	});
