import {
	ENDPOINTS,
	getBatchStatus,
	PERSONALISE_CALL,
} from '../../../../nodes/Truecaller/api/facts/endpoints';
import type { Endpoint } from '../../../../nodes/Truecaller/api/facts/endpoints';
import { NUMBER_STATUS } from '../../../../nodes/Truecaller/api/facts/words';
import { readAnswer } from '../../../../nodes/Truecaller/api/reading/answer';
import { findUnknownWords } from '../../../../nodes/Truecaller/api/reading/unknownWords';
import { readWord } from '../../../../nodes/Truecaller/api/reading/words';

const wordsOf = (endpoint: Endpoint, body: unknown, status = 200) =>
	findUnknownWords(endpoint, readAnswer(status, JSON.stringify(body), undefined, 0)).map(
		({ field, word }) => `${field}: ${word}`,
	);

const failedRow = (message: string) => ({ status_info: { status: 'error', message } });

describe('words that nobody knows are found in the answer to', () => {
	it.each([
		[
			'labels',
			ENDPOINTS.getLabels,
			[{ label_type: 'dynamic' }, { label_type: 'seasonal' }],
			['label_type: seasonal'],
		],
		[
			'feature sets',
			ENDPOINTS.getFeatureSets,
			{ feature_sets: [{ status: 'DRAFT' }, { status: 'archived' }, { status: 'archived' }] },
			['status: archived'],
		],
		[
			'numbers',
			ENDPOINTS.getNumbers,
			{ numbers: [{ status: 'listed', phone_type: '', call_me_back: 'paused' }, { status: 7 }] },
			['call_me_back: paused'],
		],
		[
			'a listing',
			ENDPOINTS.listNumbers({ featureSet: 'any' }),
			{ status: 'queued', new_numbers: [] },
			['status: queued'],
		],
		[
			'a delisting',
			ENDPOINTS.delistNumbers({ featureSet: 'any' }),
			{ status: 'failed', new_numbers: [] },
			[],
		],
		[
			'the status of a batch',
			getBatchStatus('v3'),
			{
				data: [
					{ status_info: { status: 'parked' } },
					failedRow('No slot'),
					failedRow('Failed to push'),
				],
			},
			['status: parked', 'message: No slot'],
		],
		[
			'the status of a batch of v1',
			getBatchStatus('v1'),
			[{ status: 'parked' }],
			['status: parked'],
		],
		['no answer of the expected form', ENDPOINTS.getNumbers, { rows: [{ status: 'parked' }] }, []],
	] as const)('%s', (_title, endpoint, body, words) => {
		expect(wordsOf(endpoint, body)).toEqual(words);
	});

	it('a call that was refused, and not where the key is at fault', () => {
		const refusal = failedRow('Receiver opted out');
		expect(wordsOf(PERSONALISE_CALL.v2, refusal, 400)).toEqual(['message: Receiver opted out']);
		expect(wordsOf(PERSONALISE_CALL.v2, refusal, 403)).toEqual([]);
	});

	it('a refusal with a slug of its own', () => {
		expect(wordsOf(ENDPOINTS.getLabels, { slug: 'quota-error', message: 'no' }, 400)).toEqual([
			'slug: quota-error',
		]);
	});
});

describe('a word', () => {
	it.each([
		['listed', 'listed'],
		[' Listed ', 'listed'],
		['delisted', 'delisted'],
		['delist_pending', 'delisting'],
		['listing failed', 'failed'],
		['in_progress', 'listing'],
		['frozen', undefined],
		['', undefined],
		[null, undefined],
		[7, undefined],
	])('is read in any case, or as unknown: %j', (word, meaning) => {
		expect(readWord(NUMBER_STATUS, word)).toBe(meaning);
	});
});
