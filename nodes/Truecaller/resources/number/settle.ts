import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/request';
import { pauseMs, questionLimitMs } from '../../api/pacing/polling';
import type { E164 } from '../../phone/phoneNumber';
import type { NumberCall } from '../../api/reading/numbersAnswer';
import { digitsOf, readStates } from './numberStates';
import type { NumberStates } from './numberStates';
import { sendNumbers } from './sendNumbers';

/** A number on its way: what was asked for, and the row it has so far. */
export type Changing = { readonly number: E164; readonly call: NumberCall; row: IDataObject };

const STILL_PENDING =
	'Look with Get Many later; Truecaller was still working on it when Max Wait was over';
const LIST_FAILED =
	'Try again, or ask cs@truecaller.com; Truecaller took the number on and then could not list it';

const isOpen = ({ row }: Changing): boolean => row.status === 'pending';

/** What the list of numbers says about one that is under way; undefined while it says nothing final. */
const settledRow = (
	{ number, call, row }: Changing,
	states: NumberStates,
): IDataObject | undefined => {
	const state = states.get(digitsOf(number));
	if (call === 'delist')
		return state === undefined
			? {
					...row,
					result: 'accepted',
					status: 'delisted',
					advice: 'Nothing to do; the number is off',
				}
			: undefined;
	if (row.result === 'stillProcessing' && state !== 'listed') return undefined;
	if (state === 'listed')
		return {
			...row,
			result: 'accepted',
			status: 'listed',
			advice: 'Nothing to do; the number is listed',
		};
	return state === 'failed' ? { ...row, status: 'failed', advice: LIST_FAILED } : undefined;
};

/**
 * The trap: Truecaller ignores a number that is listed again while its delisting runs. Once that has
 * finished, and the number is gone, it is listed again here.
 */
const listAgain = async (
	open: readonly Changing[],
	states: NumberStates,
	api: Api,
	featureSetId: string,
): Promise<void> => {
	const again = open.filter(
		({ number, call, row }) =>
			call === 'list' && row.result === 'stillProcessing' && !states.has(digitsOf(number)),
	);
	if (again.length === 0) return;
	const reply = await sendNumbers(
		'list',
		again.map(({ number }) => number),
		api,
		featureSetId,
	);
	if (!reply.ok) return;
	again.forEach((each, index) => (each.row = { ...each.row, ...reply.value[index] }));
};

/** Waits until every number of a feature set has settled or the time is over. Rows are brought up to date in place. */
export const settleNumbers = async (
	changing: readonly Changing[],
	api: Api,
	featureSetId: string,
	endsAtMs: number,
): Promise<void> => {
	for (let round = 0; changing.some(isOpen); round++) {
		const leftMs = endsAtMs - Date.now();
		if (leftMs <= 0 || !(await api.sleep(pauseMs(round, leftMs)))) break;
		const states = await readStates(api, featureSetId, questionLimitMs(endsAtMs));
		if (!states.ok) continue;
		const open = changing.filter(isOpen);
		for (const each of open) each.row = settledRow(each, states.value) ?? each.row;
		await listAgain(open.filter(isOpen), states.value, api, featureSetId);
	}
	for (const each of changing.filter(isOpen)) each.row = { ...each.row, advice: STILL_PENDING };
};
