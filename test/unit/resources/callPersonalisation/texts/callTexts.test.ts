import type { IDataObject } from 'n8n-workflow';

import { readCallRecord } from '../../../../../nodes/Truecaller/resources/callPersonalisation/callRecord';
import { createItem } from '../../../../support/item';

const NOW = Date.parse('2026-01-31T10:00:00Z');
const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';

type Given = {
	readonly sources?: Record<string, unknown>;
	readonly json?: IDataObject;
	readonly options?: Record<string, unknown>;
};

const read = (changes: Record<string, unknown>, { sources, json, options = {} }: Given = {}) =>
	readCallRecord(
		createItem(
			{
				callerNumber: '+912268012345',
				receiverNumber: '+919876543210',
				label: { __rl: true, mode: 'list', value: LABEL },
				labelName: '',
				callReason: '',
				startsAt: '',
				endsAt: '',
				durationMinutes: 60,
				...changes,
				options,
			},
			{ sources, json },
		),
		NOW,
	);

const tell = (...input: Parameters<typeof read>) => {
	const record = read(...input);
	return record.ok ? record.value : record.problem.message;
};
const adviceFor = (...input: Parameters<typeof read>) => {
	const record = read(...input);
	return record.ok ? undefined : record.problem.todo;
};

const MISSING = 'where a value is missing';
const TEMPLATE = 'which is a template or a tag that was not filled in';

const UNFILLED = [
	['Hi undefined, your order is here', 'undefined', MISSING],
	['Order-undefined is here today', 'undefined', MISSING],
	['HI UNDEFINED, YOUR ORDER IS HERE', 'UNDEFINED', MISSING],
	['null, your order is here', 'null', MISSING],
	['Dear NULL, your order is here', 'NULL', MISSING],
	['You owe NaN rupees', 'NaN', MISSING],
	['Rs.NaN is due today', 'NaN', MISSING],
	['Delivery on Invalid DateTime', 'Invalid DateTime', MISSING],
	['N/A, your order is here', 'N/A', MISSING],
	['[object Object] delivery today', '[object Object]', 'where an object was mapped as text'],
	['{{name}} your order', '{{name}}', TEMPLATE],
	['Dear ${name}, your order', '${name}', TEMPLATE],
	['Hi {#var#}, your order', '{#var#}', TEMPLATE],
	['Hi {name}, your order', '{name}', TEMPLATE],
	['Hi {first name}, your order', '{first name}', TEMPLATE],
	['Hi %first_name%, your order', '%first_name%', TEMPLATE],
	['Hi <First Name>, your order', '<First Name>', TEMPLATE],
	['Hi *|FNAME|*, your order', '*|FNAME|*', TEMPLATE],
	['Hi [[name]], your order', '[[name]]', TEMPLATE],
	['{% if vip %}Your order', '{% if vip %}', TEMPLATE],
	['#N/A, your order is here', '#N/A', 'which is an error of a spreadsheet'],
	['Hi Ren\ufffd, your order', '\ufffd', 'where a letter was lost'],
] as const;

describe.each(UNFILLED)('a customer never reads %j', (text, found, what) => {
	it.each([[{}], [{ cleanReason: true }]])('as a Call Reason, with options %j', (options) => {
		expect(tell({ callReason: text }, { options })).toBe(
			`'Call Reason' has "${found}" in it, ${what}`,
		);
	});

	it('as a Label Name', () => {
		expect(tell({ labelName: text })).toBe(`'Label Name' has "${found}" in it, ${what}`);
	});
});

it.each([
	'Mr Null and Ms Nan call',
	'Dr. Christopher Null calls',
	'Your contract is null and void',
	'Nullify your old contract',
	'Banana and nan bread order',
	'NAN PRO milk delivery today',
	'MR NULL, YOUR ORDER IS HERE',
	'Invalid date of birth given',
	'Your undefinable order',
	'Wait <5 minutes for it',
	'Is "Tuesday" fine? 5:30; [or] ~6 = <7>',
	'Objection [to] the order',
])('Ordinary words are sent: %s', (callReason) => {
	expect(tell({ callReason })).toMatchObject({ callReason });
});

describe('what to do about an unfilled text', () => {
	it('names the field that has no value', () => {
		const sources = { callReason: '={{ "Hi " + $json.customer.name + ", order " + $json.id }}' };
		const json = { id: 7, customer: { name: null } };
		expect(adviceFor({ callReason: 'Hi null, order 7' }, { sources, json })).toBe(
			'Look at the field "customer.name" that \'Call Reason\' uses: this item has no value there.',
		);
	});

	it('names the field that is an object', () => {
		const sources = { callReason: '=Your {{ $json["the item"] }} is on its way' };
		const json = { 'the item': { name: 'cake' } };
		expect(adviceFor({ callReason: 'Your [object Object] is on its way' }, { sources, json })).toBe(
			'Look at the field "the item" that \'Call Reason\' uses: it is an object or a list. Map a single text inside it.',
		);
	});

	it('does not guess where no field is known', () => {
		expect(adviceFor({ callReason: 'Hi undefined, order 7' })).toBe(
			"Look at the fields that 'Call Reason' uses: one of them has no value in this item.",
		);
	});

	it.each([
		['callReason', 'Call Reason', 'Hi {{ $json.name }}, your order'],
		['labelName', 'Label Name', 'Shop {{ $json.city }}'],
	])('tells to switch %s to Expression where it was left on Fixed', (field, name, text) => {
		expect(adviceFor({ [field]: text })).toBe(
			`Switch '${name}' from Fixed to Expression, so that n8n fills it in.`,
		);
	});

	it('is to fill it in where an expression gave a template', () => {
		const sources = { callReason: '={{ $json.text }}' };
		const json = { text: '{{name}} your order' };
		expect(adviceFor({ callReason: '{{name}} your order' }, { sources, json })).toBe(
			"Put a field of the item into 'Call Reason' in its place, or take it out.",
		);
	});

	it.each(['callerNumber', 'receiverNumber', 'startsAt', 'endsAt', 'label'])(
		'is the same for %s: switch it to Expression',
		(field) => {
			expect(adviceFor({ [field]: '{{ $json.field }}' })).toBe(
				'Switch the parameter from Fixed to Expression, so that n8n fills it in.',
			);
		},
	);
});

describe('a text is sent', () => {
	it('trimmed, and in one form of Unicode', () => {
		expect(
			tell({ callReason: ' Cafe\u0301 order is here\n', labelName: 'Cafe\u0301 ' }),
		).toMatchObject({ callReason: 'Café order is here', labelName: 'Café' });
	});

	it('counted in that form', () => {
		expect(
			tell({ callReason: 'e\u0301'.repeat(100), labelName: 'e\u0301'.repeat(40) }),
		).toMatchObject({
			callReason: 'é'.repeat(100),
		});
		expect(tell({ labelName: 'e\u0301'.repeat(2) })).toBe(
			"'Label Name' has 2 characters and needs at least 3",
		);
	});

	it('as it is with the checks off', () => {
		expect(tell({ callReason: ' Hi undefined\n' }, { options: { checks: 'off' } })).toMatchObject({
			callReason: ' Hi undefined\n',
		});
	});

	it('and not with what nobody sees in it', () => {
		expect(tell({ labelName: 'Acme\u200bBank' })).toBe(
			"'Label Name' has characters that nobody sees: a zero-width space",
		);
	});
});

describe('a label beside a Label Name', () => {
	const labelName = 'Acme Bank';
	const sources = { label: { __rl: true, mode: 'id', value: '={{ $json.label }}' } };

	it.each([[''], [null], [undefined], ['  ']])(
		'is refused where it comes out empty (%j)',
		(value) => {
			expect(tell({ labelName, label: { __rl: true, mode: 'id', value } }, { sources })).toBe(
				"'Label' comes out empty for this item",
			);
		},
	);

	it.each([[{ id: LABEL }], [[LABEL]]])('is refused where it is no text: %j', (value) => {
		expect(tell({ labelName, label: { __rl: true, mode: 'id', value } }, { sources })).toBe(
			"'Label' is an object or a list",
		);
	});

	it('may be left out by hand', () => {
		expect(tell({ labelName, label: { __rl: true, mode: 'list', value: '' } })).toMatchObject({
			labelId: '',
			labelName,
		});
	});
});
