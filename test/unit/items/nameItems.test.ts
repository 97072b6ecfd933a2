import { nameItems } from '../../../nodes/Truecaller/items/nameItems';

const countTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const everyOther = (count: number): number[] => countTo(count).map((index) => index * 2);

const TWENTY = everyOther(19).join(', ');

describe('a text names items', () => {
	it.each([
		[[7], 'item 7'],
		[[1, 7], 'items 1 and 7'],
		[[1, 2, 7], 'items 1, 2 and 7'],
		[[1, 2, 3], 'items 1–3'],
		[countTo(500), 'items 0–499'],
		[countTo(1_000).filter((index) => index !== 500), 'items 0–499 and 501–999'],
		[[0, 1, 2, 4, 5, 7, 8, 9], 'items 0–2, 4, 5 and 7–9'],
	])('in a row as a range, and one by one otherwise (%#)', (indexes, text) => {
		expect(nameItems(indexes)).toBe(text);
	});

	it.each([
		[everyOther(20), `items ${TWENTY} and 38`],
		[everyOther(21), `items ${TWENTY}, 38 and 1 more`],
		[[...everyOther(20), 40, 41, 42], `items ${TWENTY}, 38 and 3 more`],
	])('and at most twenty of them (%#)', (indexes, text) => {
		expect(nameItems(indexes)).toBe(text);
	});

	it('and all of them where a second run depends on it', () => {
		expect(nameItems(everyOther(25), Infinity)).toBe(`items ${everyOther(24).join(', ')} and 48`);
	});
});
