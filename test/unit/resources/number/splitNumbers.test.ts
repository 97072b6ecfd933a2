import fc from 'fast-check';

import { splitNumbers } from '../../../../nodes/Truecaller/resources/number/splitNumbers';

describe('several numbers in one text', () => {
	it.each([
		['a column with the line ends of Windows', '022 6801 2345\r\n022 6801 2346\r\n'],
		['a column with the line ends of other systems', '022 6801 2345\n\n022 6801 2346'],
		['a row of a sheet', '022 6801 2345\t022 6801 2346'],
		['commas', ' 022 6801 2345 ,022 6801 2346, '],
		['commas of other scripts', '022 6801 2345،022 6801 2346、'],
		['a list with texts of several numbers', ['022 6801 2345', '022 6801 2346,']],
	])('may come as %s', (_how, value) => {
		expect(splitNumbers(value, 'IN').map((text) => String(text).trim())).toEqual([
			'022 6801 2345',
			'022 6801 2346',
		]);
	});

	it('may come with spaces alone between them, as a field of one line makes them of a column', () => {
		const column = '+91 22 6801 2345 +91 22 6801 2346 +44 20 7946 0000';
		expect(splitNumbers(column, '')).toEqual([
			'+91 22 6801 2345',
			'+91 22 6801 2346',
			'+44 20 7946 0000',
		]);
		expect(splitNumbers('2268012345 2268012346 2268012347', 'IN')).toHaveLength(3);
	});

	it('stay one text where nothing tells which spaces stand between two of them', () => {
		const column = '022 6801 2345 022 6801 2346';
		expect(splitNumbers(column, 'IN')).toEqual([column]);
		expect(splitNumbers('2268012345 2268012346', '')).toEqual(['2268012345 2268012346']);
	});

	it.each(['+91 22 6801 2345', 'Tel. +91 22 6801 2345', '+49 30 1234567 0', 'reception'])(
		'are not made of one: %s',
		(number) => {
			expect(splitNumbers(number, 'IN')).toEqual([number]);
		},
	);

	it('keep all digits, whatever stands between them', () => {
		const part = fc.stringMatching(/^\+?[0-9 ()-]{1,20}$/);
		const between = fc.constantFrom(',', '\n', '\r\n', '\t', ' ', ' ; ');
		fc.assert(
			fc.property(fc.array(part, { maxLength: 6 }), between, (parts, separator) => {
				const digits = (text: string) => text.replace(/\D/g, '');
				const text = parts.join(separator);
				expect(digits(splitNumbers(text, 'IN').join(''))).toBe(digits(text));
			}),
		);
	});
});
