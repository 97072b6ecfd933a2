import { isWanted, readFilters } from '../../../nodes/Truecaller/events/filters';
import type { FilterInput } from '../../../nodes/Truecaller/events/filters';
import type { JsonObject } from '../../../nodes/Truecaller/events/reading/json';
import { readEvent } from '../../../nodes/Truecaller/events/readEvent';
import { readJsonBody } from '../../../nodes/Truecaller/events/request';
import { isUsableKey, verifyKey } from '../../../nodes/Truecaller/events/key/verifyKey';
import { callMeBack, userFeedback } from '../../support/events';

const WORD = 'flowers-and-16-more';
const read = (body: JsonObject) => readEvent(body, 'Asia/Kolkata');
const callbackOf = (payload: object) => {
	const event = read({
		...callMeBack(),
		cmb_payload: { ...callMeBack().cmb_payload, business_number: '', ...payload },
	});
	if (event.eventType !== 'callMeBack') throw new Error('It is no Call Me Back');
	return event.callback;
};

describe('the key', () => {
	it.each<[unknown, string, boolean]>([
		[WORD, WORD, true],
		[`${WORD} `, WORD, false],
		[WORD.slice(1), WORD, false],
		['', WORD, false],
		[undefined, WORD, false],
		[[WORD], WORD, false],
		[{ toString: () => WORD }, WORD, false],
		['', '', false],
		[undefined, '', false],
		['short', 'short', false],
		[WORD.repeat(1_000), WORD, false],
	])('%p opens %p: %p', (given, expected, opens) => {
		expect(verifyKey(given, expected)).toBe(opens);
	});

	it.each([
		['sixteen_letters-', true],
		['fifteen_letters', false],
		['sixteen letters!', false],
		['sixteen_letters-\n', false],
		['सोलह-अक्षर-से-अधिक-लंबी', false],
	])('%p can be used: %p', (key, usable) => expect(isUsableKey(key)).toBe(usable));
});

describe('the body', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);

	it('is read from the bytes, whatever they are said to be', async () => {
		expect(
			await readJsonBody({ headers: {}, body: undefined, rawBody: bytes('\ufeff{"a":"é"}') }),
		).toEqual({ a: 'é' });
		expect(
			await readJsonBody({ headers: {}, body: { a: '1' }, rawBody: bytes('a=1') }),
		).toBeUndefined();
		expect(await readJsonBody({ headers: {}, body: { a: 1 } })).toEqual({ a: 1 });
		expect(await readJsonBody({ headers: {}, body: [] })).toBeUndefined();
		expect(
			await readJsonBody({
				headers: { 'content-type': 'multipart/form-data; boundary=x' },
				body: { a: 1 },
			}),
		).toBeUndefined();
	});

	it('is none when the sender hangs up before its end', async () => {
		expect(
			await readJsonBody({
				headers: {},
				body: {},
				readRawBody: async () => await Promise.reject(new Error('aborted')),
			}),
		).toBeUndefined();
	});
});

describe('an event', () => {
	it.each([['cmb'], ['CMB'], [' cmb ']])('of type %p is a Call Me Back', (event_type) =>
		expect(read(callMeBack({}, { event_type })).eventType).toBe('callMeBack'),
	);
	it.each([['user_feedback'], ['cmb2'], [''], [null], [7], [['cmb']]])(
		'of type %p is another',
		(event_type) => expect(read({ ...callMeBack(), event_type }).eventType).toBe('userFeedback'),
	);

	it('loses nothing that cannot be read', () => {
		expect(
			read({
				event_id: { a: 1 },
				created_at: 'yesterday',
				client_account_id: ['x'],
				event_type: 'x',
				y_payload: { b: 2 },
				z: { c: 3 },
			}),
		).toMatchObject({
			event_id: null,
			createdAt: null,
			clientAccountId: null,
			feedback: { b: 2 },
			extra: { event_id: { a: 1 }, created_at: 'yesterday', client_account_id: ['x'], z: { c: 3 } },
		});
	});

	it('with a payload of any name has it under feedback; without any, its fields', () => {
		expect(read({ event_type: 'x', survey: { a: 1 }, list: [1] })).toMatchObject({
			feedback: { a: 1 },
			extra: { list: [1] },
		});
		expect(read({ event_type: 'x', survey: { a: 1 }, x_payload: { b: 2 } })).toMatchObject({
			feedback: { b: 2 },
			extra: { survey: { a: 1 } },
		});
		expect(read({ event_type: 'x', rating: 5, created_at: 'yesterday' })).toMatchObject({
			feedback: { rating: 5 },
			extra: { created_at: 'yesterday' },
		});
	});
});

describe('the number to call back', () => {
	it.each([
		[{ client_number: '919876543210' }, '+919876543210', 'client', {}],
		[{ client_number: '+91 98765-43210' }, '+919876543210', 'client', {}],
		[{ client_number: 919_876_543_210 }, '+919876543210', 'client', {}],
		[
			{ client_number: 'PHONE NUMBER NOT AVAILABLE', alternate_number: '+16502530000' },
			'+16502530000',
			'alternate',
			{},
		],
		[{ client_number: 'NA', alternate_number: null }, null, null, {}],
		[
			{ client_number: '12', alternate_number: '919876543210' },
			'+919876543210',
			'alternate',
			{ client_number: '12' },
		],
		[
			{ client_number: '12', alternate_number: '34' },
			null,
			null,
			{ client_number: '12', alternate_number: '34' },
		],
		[
			{ client_number: '919876543210', alternate_number: '+919876543210' },
			'+919876543210',
			'client',
			{},
		],
		[
			{ client_number: '919876543210', alternate_number: '16502530000' },
			'+919876543210',
			'client',
			{ alternate_number: '16502530000' },
		],
		[{ client_number: ['919876543210'] }, null, null, { client_number: ['919876543210'] }],
	])('of %j is %s', (payload, number, numberSource, extra) => {
		expect(callbackOf(payload)).toMatchObject({ number, numberSource, extra });
		expect(Object.keys(callbackOf(payload).extra)).toEqual(Object.keys(extra));
	});

	it.each([
		[true, true],
		[false, false],
		['true', true],
		['FALSE', false],
		[undefined, false],
		[null, false],
		['perhaps', false],
	])('is wanted when is_interested is %p: %p', (is_interested, wanted) => {
		expect(callbackOf({ is_interested }).wanted).toBe(wanted);
	});

	it('has a slot only with both its ends', () => {
		expect(callbackOf({ preferred_to_time: null })).toMatchObject({
			slot: null,
			extra: { preferred_from_time: '1754116200' },
		});
		expect(callbackOf({ preferred_from_time: 'NA', preferred_to_time: 'NA' })).toMatchObject({
			slot: null,
			extra: {},
		});
		expect(
			callbackOf({ preferred_from_time: 1_754_116_200, preferred_to_time: 1_754_118_000_000 }),
		).toMatchObject({
			slot: { start: '2025-08-02T12:00:00+05:30', end: '2025-08-02T12:30:00+05:30' },
		});
	});
});

describe('a filter', () => {
	const lets = (filters: Partial<FilterInput>, payload = {}) =>
		isWanted(read(callMeBack(payload)), readFilters({ events: [], ...filters }));

	it.each<[Partial<FilterInput>, boolean]>([
		[{ events: ['callMeBack'] }, true],
		[{ events: 'User Feedback, Call Me Back' }, true],
		[{ events: ['userFeedback'] }, false],
		[{ events: [] }, true],
		[{ events: undefined }, true],
		[{ featureSets: 'fresh flower DELIVERY' }, true],
		[{ featureSets: 'Fresh Flower' }, false],
		[{ featureSets: ['Sales', ' Fresh Flower Delivery '] }, true],
		[{ featureSets: ' , ' }, true],
		[{ onlyWanted: true }, true],
	])('%j lets a wanted call-back through: %p', (filters, expected) =>
		expect(lets(filters)).toBe(expected),
	);

	it.each([
		['+91 22 6801 2345'],
		['022 6801 2345'],
		['0091-22-6801-2345'],
		['912268012345'],
		['22 6801 2345'],
		['+91 22 6801 2346\n+91 22 6801 2345'],
	])('knows the business number written %p', (businessNumbers) => {
		expect(lets({ businessNumbers }, { business_number: '912268012345' })).toBe(true);
		expect(lets({ businessNumbers }, { business_number: '912268012349' })).toBe(false);
	});

	it.each([['910987654321'], ['+91 0987654321'], ['0987654321']])(
		'knows a business number that is none, written %p',
		(businessNumbers) => expect(lets({ businessNumbers })).toBe(true),
	);

	it('knows a business number as it is dialled at home', () =>
		expect(lets({ businessNumbers: '8 (495) 123-45-67' }, { business_number: '74951234567' })).toBe(
			true,
		));
	it('takes a name with a comma as one name too', () =>
		expect(lets({ featureSets: 'Sales, North' }, { feature_set: 'sales, north' })).toBe(true));
	it('does not take a few last digits for a number', () =>
		expect(lets({ businessNumbers: '2345' }, { business_number: '912268012345' })).toBe(false));
	it('on the number lets nothing through that has none', () =>
		expect(lets({ businessNumbers: '+912268012345' }, { business_number: '' })).toBe(false));
	it('drops who is not interested', () =>
		expect(lets({ onlyWanted: true }, { is_interested: false })).toBe(false));

	it('on what only a Call Me Back has never drops another event', () => {
		expect(
			isWanted(
				read(userFeedback),
				readFilters({ events: [], featureSets: 'x', businessNumbers: '1', onlyWanted: true }),
			),
		).toBe(true);
	});
});
