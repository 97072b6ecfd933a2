import { explainEntries } from '../../../../nodes/Truecaller/resources/number/sync/explainEntries';
import type { UnreadableEntry } from '../../../../nodes/Truecaller/resources/number/sync/explainEntries';

const DETAILS = { field: 'phoneNumbers', featureSetId: 'flowers' };
const noCode = (place: number, input: unknown): UnreadableEntry => ({
	place,
	input,
	why: 'has no country code',
	todo: 'Write it with + and the country code.',
});

describe('entries that keep a feature set from being synced', () => {
	it('are named by their place and their last four digits', () => {
		const entries = [noCode(3, '022 6801 2345'), noCode(7, 'reception')];
		expect(explainEntries(entries, false, DETAILS)).toMatchObject({
			message:
				"'Phone Numbers' entry 3 (ending in 2345) has no country code; entry 7 has no country code",
			todo: 'Write it with + and the country code. Until then this feature set is left as it is.',
			details: DETAILS,
		});
	});

	it('need no place where an item has one alone', () => {
		expect(explainEntries([noCode(1, 2268012345)], true, DETAILS).message).toBe(
			"'Phone Numbers' (ending in 2345) has no country code",
		);
		expect(explainEntries([noCode(1, { number: 2268012345 })], true, DETAILS).message).toBe(
			"'Phone Numbers' has no country code",
		);
	});

	it('are told up to five, and the rest is counted', () => {
		const entries = Array.from({ length: 500 }, (_none, index) => noCode(index + 1, '2268012345'));
		const { message, faults } = explainEntries(entries, false, DETAILS);
		expect(message).toMatch(/entry 5 [^;]+; and 495 more cannot be read$/);
		expect(faults).toHaveLength(5);
	});
});
