/* What people really feed the texts and times of a call, beside what must come of it. Each row is a sample of a kind;
 * the tests of the kind stand in the file that is named after its reader. Times are in India. */
import type { IDataObject } from 'n8n-workflow';

import { readCallRecord } from '../../../../nodes/Truecaller/resources/callPersonalisation/callRecord';
import { createItem } from '../../../support/item';

const NOW = Date.parse('2026-11-26T10:00:00+05:30');
const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';

type Changes = Readonly<Record<string, unknown>>;
type Given = {
	readonly cleans?: boolean;
	readonly json?: IDataObject;
	readonly source?: string;
};

const read = (changes: Changes, { cleans = false, json, source }: Given = {}) => {
	const parameters = {
		callerNumber: '+912268012345',
		receiverNumber: '+919876543210',
		label: { __rl: true, mode: 'list', value: LABEL },
		labelName: '',
		callReason: '',
		startsAt: '',
		endsAt: '',
		durationMinutes: 60,
		options: cleans ? { cleanReason: true } : {},
		...changes,
	};
	const sources = source === undefined ? {} : { callReason: source };
	return readCallRecord(createItem(parameters, { json, sources }), NOW);
};

const refusalOf = (...input: Parameters<typeof read>): string | undefined => {
	const record = read(...input);
	return record.ok ? undefined : record.problem.message;
};

describe.each(['startsAt', 'endsAt'])('%s is 10:00 on 27 November 2026', (field) => {
	it.each([
		46353.4166667,
		'46353.4166667',
		'27-Nov-2026 10:00',
		'27 Nov 2026 10:00',
		'Nov 27, 2026 10:00 AM',
		'Friday, 27 November 2026, 10:00 am',
		'2026/11/27 10:00',
		'2026-11-27 10:00 AM',
		'27/11/2026 10:00',
		'11/27/2026 10:00',
		'20261127100000',
		20261127100000,
		1795753800000000,
	])('where it is given as %j', (given) => {
		const record = read(
			field === 'endsAt' ? { startsAt: '2026-11-27', endsAt: given } : { startsAt: given },
		);
		expect(record).toMatchObject({
			ok: true,
			value: { [`${field}Ms`]: Date.parse('2026-11-27T10:00:00+05:30') },
		});
	});
});

it('A time in the evening of a 12-hour clock is read as such', () => {
	expect(read({ startsAt: '2026-11-27 10:00:00 PM' })).toMatchObject({
		value: { startsAtMs: Date.parse('2026-11-27T22:00:00+05:30') },
	});
});

describe('a time is refused', () => {
	it.each([
		['05/11/2026 10:00', 'can mean 5 November 2026 or 11 May 2026'],
		['2026-02-30', 'is not a time that can be read'],
		['10:00', 'is not a time that can be read'],
		['tomorrow', 'is not a time that can be read'],
		[5, 'is a number that is neither an epoch time nor the date of a spreadsheet'],
		['2612-11-27T10:00', 'is more than 2 years ahead'],
	])('where it is given as %j: it %s', (startsAt, says) => {
		expect(refusalOf({ startsAt })).toBe(`'Starts At' ${says}`);
	});
});

describe('a text is refused, with Clean Call Reason too', () => {
	it.each([
		['Hi undefined, your order is here', '"undefined" in it, where a value is missing'],
		['null, your order is here', '"null" in it, where a value is missing'],
		['You owe NaN rupees', '"NaN" in it, where a value is missing'],
		[
			'[object Object] delivery today',
			'"[object Object]" in it, where an object was mapped as text',
		],
		[
			'Your [object Object] is on its way',
			'"[object Object]" in it, where an object was mapped as text',
		],
		[
			'{{name}} your order',
			'"{{name}}" in it, which is a template or a tag that was not filled in',
		],
		['Dear ${name}', '"${name}" in it, which is a template or a tag that was not filled in'],
		['Hi {#var#}', '"{#var#}" in it, which is a template or a tag that was not filled in'],
	])('where it is %j', (text, says) => {
		for (const cleans of [false, true])
			expect(refusalOf({ callReason: text }, { cleans })).toBe(`'Call Reason' has ${says}`);
		expect(refusalOf({ labelName: text.slice(0, 40) })).toBe(`'Label Name' has ${says}`);
	});
});

describe('a text is cleaned', () => {
	it.each([
		['<b>Delivery</b> today', 'Delivery today'],
		['Delivery &amp; pickup today', 'Delivery and pickup today'],
		['Hi , your order is here', 'Hi, your order is here'],
		['Your\torder\r\nis\u200b here', 'Your order is here'],
		['2*500ml of milk today', '2 x 500ml of milk today'],
		['Your Disney+ plan ends', 'Your Disney plan ends'],
		['&#8377;500 is due today', '₹500 is due today'],
	])('%j to %j', (callReason, clean) => {
		expect(read({ callReason }, { cleans: true })).toMatchObject({ value: { callReason: clean } });
	});
});

it.each([
	'Your order\nis here',
	'Your order\tis here',
	'Your order\u200b is here',
	'Your order\u0007 is here',
])('What nobody sees in a text is refused without cleaning: %j', (callReason) => {
	expect(refusalOf({ callReason })).toMatch(/^'Call Reason' has characters that nobody sees: /);
});

it('The same letters in two forms of Unicode count once', () => {
	expect(read({ callReason: 'e\u0301'.repeat(60) })).toMatchObject({
		value: { callReason: 'é'.repeat(60) },
	});
});

it('A line break behind an expression is trimmed away', () => {
	expect(read({ callReason: 'Your order is here\n' })).toMatchObject({
		value: { callReason: 'Your order is here' },
	});
});

it('A field that was empty within the text is remembered for a hint', () => {
	const source = '=Hi {{ $json.name }}, your order is here';
	expect(read({ callReason: 'Hi , your order is here' }, { source })).toMatchObject({
		value: { callReason: 'Hi , your order is here', hasEmptyField: true },
	});
});

it('A label that comes out empty is refused beside a Label Name', () => {
	const item = createItem(
		{
			callerNumber: '+912268012345',
			receiverNumber: '+919876543210',
			label: { __rl: true, mode: 'id', value: null },
			labelName: 'Acme Bank',
			callReason: '',
			startsAt: '',
			endsAt: '',
			durationMinutes: 60,
			options: {},
		},
		{ sources: { label: { __rl: true, mode: 'id', value: '={{ $json.label }}' } } },
	);
	expect(readCallRecord(item, NOW)).toMatchObject({
		problem: { message: "'Label' comes out empty for this item" },
	});
});
