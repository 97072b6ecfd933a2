import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { LIMITS } from '../../api/facts/limits';
import type { Read } from '../../api/problems';
import type { Entry } from '../../items/chunks';
import { inChunks } from '../../items/inChunks';
import type { Item } from '../../items/item';
import type { E164 } from '../../phone/phoneNumber';
import { isChanging, toChangeRow } from './changing';
import type { Changing, UnreadableNumber } from './changing';
import { maxWaitOf, settleAll } from './settle';
import type { NumberCall } from '../../api/reading/numbersAnswer';
import { readNumbers } from './readNumbers';
import { sendNumbers } from './sendNumbers';
import { tellChanges } from './tellNumbers';

type Changed = Changing | UnreadableNumber;

const read = (item: Item, first: Item): Read<ReadonlyArray<Entry<E164, Changed>>> => {
	const maxWait = maxWaitOf(first);
	return maxWait.ok ? readNumbers(item, first) : maxWait;
};

/**
 * Creates the `run` of List and Delist. It collects the numbers of all items per feature set and
 * sends each once, up to 10,000 per request.
 */
export const changeNumbers = (
	change: NumberCall,
): ((context: IExecuteFunctions) => Promise<INodeExecutionData[]>) =>
	inChunks<E164, Changed>({
		size: LIMITS.numbersPerCall,
		atOnce: 1,
		read,
		send: async (numbers, api, featureSetId) => {
			const reply = await sendNumbers(change, numbers, api, featureSetId);
			if (!reply.ok) return reply;
			const toChanging = (number: E164, index: number): Changing[] => {
				const state = reply.value[index];
				return state ? [{ number, featureSetId, change, state }] : [];
			};
			return { ok: true, value: numbers.flatMap(toChanging) };
		},
		followUp: async (sent, api, first) => {
			const maxWait = maxWaitOf(first);
			if (!maxWait.ok || maxWait.value === 0) return [];
			const changing = sent.filter(isChanging);
			await settleAll(changing, api, maxWait.value);
			return changing;
		},
		toRow: toChangeRow,
		hint: tellChanges,
		isDone: ({ state }) => state.result === 'accepted',
		doneWord: 'accepted by Truecaller',
	});
