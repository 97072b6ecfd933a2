import { isWanted, readFilters } from '../../../nodes/Truecaller/events/filters';
import type { FilterInput } from '../../../nodes/Truecaller/events/filters';
import type { JsonObject } from '../../../nodes/Truecaller/events/reading/json';
import { readEvent } from '../../../nodes/Truecaller/events/readEvent';
import { callMeBack, postCallAction, userFeedback } from '../../support/events';

const read = (body: JsonObject) => readEvent(body, { timezone: 'Asia/Kolkata', country: '' });

describe('a filter', () => {
	const lets = (filters: Partial<FilterInput>, payload = {}) =>
		isWanted(
			read({ ...callMeBack(), cmb_payload: { ...callMeBack().cmb_payload, ...payload } }),
			readFilters({ events: [], ...filters }),
		);

	it.each<[Partial<FilterInput>, boolean]>([
		[{ events: ['callMeBack'] }, true],
		[{ events: 'User Feedback, Call Me Back' }, true],
		[{ events: ['userFeedback'] }, false],
		[{ events: [] }, true],
		[{ events: undefined }, true],
		[{ events: 'Post-Call Action' }, false],
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
	it.each<[unknown, boolean]>([
		[true, true],
		['Yes', true],
		[1, true],
		[undefined, true],
		[null, true],
		['maybe later', true],
		[false, false],
		['No', false],
		[0, false],
	])('on people who want a call-back lets is_interested %p pass: %p', (is_interested, expected) =>
		expect(lets({ onlyWanted: true }, { is_interested })).toBe(expected),
	);

	it('on what only a Call Me Back has never drops another event', () => {
		expect(
			isWanted(
				read(userFeedback),
				readFilters({ events: [], featureSets: 'x', businessNumbers: '1', onlyWanted: true }),
			),
		).toBe(true);
	});

	it.each([
		[['callMeBack', 'userFeedback'], false],
		[['postCallAction'], true],
		['post_call_action', true],
		[[], true],
	])('on the events %j lets a post-call action through: %p', (events, expected) =>
		expect(isWanted(read(postCallAction), readFilters({ events }))).toBe(expected),
	);
});
