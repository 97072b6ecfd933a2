import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Failure } from '../../api/answer';
import { ENDPOINTS } from '../../api/endpoints';
import { LIMITS } from '../../api/limits';
import { explainFailure, problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { Api } from '../../api/request';
import { inChunks } from '../../items/inChunks';
import type { Entry } from '../../items/inChunks';
import type { Item } from '../../items/item';
import { readPhoneNumber, withoutPlus } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import { ADVICE, readNumbersAnswer } from './numbersAnswer';
import type { NumberCall, NumberResult, NumbersAnswer } from './numbersAnswer';

const CALLS = { list: ENDPOINTS.listNumbers, delist: ENDPOINTS.delistNumbers } as const;

/** "One, or many separated by commas or lines; an array from an expression also works." */
const splitNumbers = (value: unknown): unknown[] => {
	if (Array.isArray(value)) return value.flatMap(splitNumbers);
	if (typeof value !== 'string') return value === null || value === undefined ? [] : [value];
	return value.split(/[,;|\r\n\t]+/).filter((text) => text.trim() !== '');
};

const readEntry = (input: unknown, featureSetId: string, country: string): Entry<E164> => {
	const reading = readPhoneNumber(input, country);
	if (reading.ok) return { group: featureSetId, value: reading.number, key: reading.number };
	const phoneNumber = typeof input === 'object' ? '' : String(input).trim();
	return { row: { phoneNumber, result: 'invalid', status: 'failed', advice: `The number ${reading.why}. ${reading.fix}`, featureSetId } };
};

/** Each distinct number of the item, once. Options are read from the first item. */
const readNumbers = (item: Item, first: Item): Read<ReadonlyArray<Entry<E164>>> => {
	const featureSetId = item.locator('featureSet');
	if (featureSetId === '') return { ok: false, problem: problem('Feature Set is empty', 'Choose a Feature Set from the list.', { field: 'featureSet' }) };
	const inputs = splitNumbers(item.parameter('phoneNumbers'));
	if (inputs.length === 0) return { ok: false, problem: problem('Phone Numbers is empty', 'Enter at least one number.', { field: 'phoneNumbers' }) };
	const country = String(first.option('defaultCountry') ?? '');
	const distinct = new Map<string, Entry<E164>>();
	for (const input of inputs) {
		const entry = readEntry(input, featureSetId, country);
		distinct.set('row' in entry ? `? ${String(input)}` : (entry.key ?? ''), entry);
	}
	return { ok: true, value: [...distinct.values()] };
};

/** What the row calls the state of the number: Truecaller's word for what it took on, nothing where nothing changes. */
const statusOf = (result: NumberResult, { status }: NumbersAnswer): string | null => {
	if (result === 'accepted') return status;
	if (result === 'stillProcessing') return 'pending';
	return result === 'alreadyThere' || result === 'notThere' ? null : 'failed';
};

const adviceOf = (result: NumberResult, status: string | null): string =>
	result === 'accepted' && status === 'failed' ? 'Try again in a few minutes; Truecaller did not take this on' : ADVICE[result];

/** [I] a feature set that is full is refused as a whole; the words are not documented. */
const isFull = ({ said = '' }: Failure): boolean => /limit|maximum|exceed|at most|too many/i.test(said);

const explain = (failure: Failure): Problem => {
	const { message, description, details } = explainFailure(failure);
	if (failure.status === 404) return problem('Truecaller does not know this feature set', 'Choose the Feature Set from the list.', details);
	if (failure.kind !== 'noAnswer' && (failure.status ?? 0) < 500) return problem(message, description, details);
	return problem(message, `${description} Look with Get Many first: the numbers may have been taken.`, details);
};

const sendNumbers = async (call: NumberCall, numbers: readonly E164[], api: Api, featureSetId: string): Promise<Read<IDataObject[]>> => {
	const reply = await api.send(CALLS[call], { featureSetId, body: () => ({ phone_numbers: numbers.map(withoutPlus) }) });
	const toRow = (phoneNumber: E164, result: NumberResult, status: string | null): IDataObject => ({ phoneNumber, result, status, advice: adviceOf(result, status), featureSetId });
	const answer = readNumbersAnswer(call, reply.ok ? reply.body : reply.failure.body);
	if (answer) {
		const rows = numbers.map((number) => toRow(number, answer.resultOf(number), statusOf(answer.resultOf(number), answer)));
		return { ok: true, value: rows };
	}
	const failure: Failure = reply.ok ? { kind: 'noAnswer' } : reply.failure;
	if (isFull(failure)) return { ok: true, value: numbers.map((number) => toRow(number, 'limitReached', 'failed')) };
	return { ok: false, problem: explain(failure) };
};

/** The `run` of both: all numbers of all items, gathered per feature set, each sent once, 10,000 to a call. */
export const changeNumbers = (call: NumberCall): ((context: IExecuteFunctions) => Promise<INodeExecutionData[]>) =>
	inChunks<E164>({
		size: LIMITS.numbersPerCall,
		atOnce: 1,
		read: readNumbers,
		send: async (numbers, api, featureSetId) => await sendNumbers(call, numbers, api, featureSetId),
		isDone: (row) => row.result === 'accepted',
		doneWord: 'accepted by Truecaller',
	});
