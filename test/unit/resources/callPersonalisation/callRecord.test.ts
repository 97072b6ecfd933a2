import {
	readCallRecord,
	toWire,
} from '../../../../nodes/Truecaller/resources/callPersonalisation/callRecord';
import type { CallRecord } from '../../../../nodes/Truecaller/resources/callPersonalisation/callRecord';
import { documentedForm } from '../../../../nodes/Truecaller/api/dialects/form';
import { createItem } from '../../../support/item';

const NOW = Date.parse('2026-01-31T10:00:00Z');
const HOUR_MS = 60 * 60_000;
const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';

/** The form of the node as an example fills it in. */
const FORM = {
	callerNumber: '+91 22 6801 2345',
	receiverNumber: '098765 43210',
	label: { __rl: true, mode: 'list', value: LABEL },
	labelName: '',
	callReason: 'Your flower delivery today',
	startsAt: '',
	endsAt: '',
	durationMinutes: 60,
};
const OPTIONS = { defaultCountry: 'IN' };

const read = (changes: Record<string, unknown> = {}, options: Record<string, unknown> = {}) =>
	readCallRecord(createItem({ ...FORM, ...changes, options: { ...OPTIONS, ...options } }), NOW);

const recordOf = (...input: Parameters<typeof read>): CallRecord => {
	const record = read(...input);
	if (!record.ok) throw new Error(record.problem.message);
	return record.value;
};
const problemOf = (...input: Parameters<typeof read>) => {
	const record = read(...input);
	if (record.ok) throw new Error('No problem was found');
	return record.problem;
};

describe('a call is read from its item', () => {
	it('with numbers in any form, and sent in the names of the wire', () => {
		expect(toWire(recordOf(), documentedForm({ plus: false }), NOW)).toEqual({
			caller_number: '912268012345',
			receiver_number: '919876543210',
			starts_at: NOW,
			ends_at: NOW + HOUR_MS,
			label_id: LABEL,
			dynamic_call_reason: 'Your flower delivery today',
		});
	});

	it.each([
		['asDocumented', false, '919876543210'],
		['asDocumented', true, '+919876543210'],
		['withPlus', false, '+919876543210'],
		['withPlus', true, '+919876543210'],
		['withoutPlus', false, '919876543210'],
		['withoutPlus', true, '919876543210'],
		[undefined, false, '919876543210'],
		['nonsense', true, '+919876543210'],
	])(
		'with Number Format %s, where the documentation writes a +: %s',
		(numberFormat, plus, number) => {
			expect(
				toWire(recordOf({}, { numberFormat }), documentedForm({ plus: plus }), NOW).receiver_number,
			).toBe(number);
		},
	);

	it.each(['withPlus', 'withoutPlus', 'asDocumented'])(
		'with numbers as they were typed when checks are off (%s)',
		(numberFormat) => {
			const wire = toWire(
				recordOf(
					{ callerNumber: ' 022-6801 2345', receiverNumber: 919876543210 },
					{ checks: 'off', numberFormat },
				),
				documentedForm({ plus: true }),
				NOW,
			);
			expect(wire).toMatchObject({
				caller_number: '022-6801 2345',
				receiver_number: '919876543210',
			});
		},
	);

	it('with all its texts as they are when checks are off', () => {
		const wire = toWire(
			recordOf(
				{ label: 'my label', labelName: 'X', callReason: ' Hi! ', endsAt: NOW - 5 },
				{ checks: 'off' },
			),
			documentedForm({ plus: false }),
			NOW,
		);
		expect(wire).toEqual({
			caller_number: '+91 22 6801 2345',
			receiver_number: '098765 43210',
			starts_at: NOW,
			ends_at: NOW - 5,
			label_id: 'my label',
			dynamic_label_name: 'X',
			dynamic_call_reason: ' Hi! ',
		});
	});

	it.each([[null], [undefined], ['']])(
		'with nothing sent for a text that an expression leaves empty (%p)',
		(empty) => {
			const wire = toWire(
				recordOf({ labelName: empty, callReason: empty, startsAt: empty, endsAt: empty }),
				documentedForm({ plus: false }),
				NOW,
			);
			expect(Object.keys(wire)).toEqual([
				'caller_number',
				'receiver_number',
				'starts_at',
				'ends_at',
				'label_id',
			]);
		},
	);

	it.each([[{ mode: 'id', value: ` ${LABEL} ` }], [LABEL], [LABEL.toUpperCase()]])(
		'with the label chosen in any way: %j',
		(label) => {
			expect(recordOf({ label }).labelId.toLowerCase()).toBe(LABEL);
		},
	);

	it('with a name and no label', () => {
		const wire = toWire(
			recordOf({ label: { mode: 'list', value: '' }, labelName: ' Acme Bank ' }),
			documentedForm({ plus: false }),
			NOW,
		);
		expect(wire).toMatchObject({ dynamic_label_name: 'Acme Bank' });
		expect(wire).not.toHaveProperty('label_id');
	});

	it('with its reason repaired where that is wanted, and left out where too little remains', () => {
		expect(recordOf({ callReason: ' Bed & breakfast! ' }, { cleanReason: true }).callReason).toBe(
			'Bed and breakfast',
		);
		const wire = toWire(
			recordOf({ callReason: 'Hi!' }, { cleanReason: true }),
			documentedForm({ plus: false }),
			NOW,
		);
		expect(wire).not.toHaveProperty('dynamic_call_reason');
	});

	it('with the moment of sending as its start', () => {
		expect(toWire(recordOf(), documentedForm({ plus: false }), NOW + 5_000)).toMatchObject({
			starts_at: NOW + 5_000,
			ends_at: NOW + 5_000 + HOUR_MS,
		});
	});

	it('with times in the zone of the workflow', () => {
		const item = createItem(
			{ ...FORM, startsAt: '2026-01-31T18:30', endsAt: '2026-01-31T19:30', options: OPTIONS },
			{ timezone: 'America/New_York' },
		);
		expect(readCallRecord(item, NOW)).toMatchObject({
			ok: true,
			value: {
				startsAtMs: Date.parse('2026-01-31T23:30:00Z'),
				endsAtMs: Date.parse('2026-02-01T00:30:00Z'),
			},
		});
	});
});

describe('a call that cannot be sent', () => {
	it('has all its faults in one message, with what to do about each', () => {
		const changes = {
			callerNumber: '',
			receiverNumber: '98765 4321',
			label: 'Flower shop',
			labelName: 'X',
			callReason: '50% off!',
			endsAt: '01/02/2026',
		};
		expect(problemOf(changes)).toEqual({
			message:
				"'Caller Number' is empty; 'Receiver Number' is too short for India (+91): 9 digits where 10 are expected; 'Label' is not the ID of a label; 'Label Name' has 1 character and needs at least 3; 'Call Reason' has 8 characters and needs at least 10; 'Call Reason' has characters that Truecaller does not allow: \"%\" \"!\"; 'Ends At' can mean 1 February 2026 or 2 January 2026",
			todo: "Enter a phone number, or leave this item out. Check its country code and digits (a 0 or 1 that is dialled only at home is not counted). Choose the 'Label' from the list; its ID looks like 255297eb-7f13-44f9-967a-f287ff0f5025. Write a 'Label Name' of 3 to 40 characters, or leave it empty to use the name of the label. Write a 'Call Reason' of 10 to 100 characters, or leave it empty. Take them out of 'Call Reason', or switch on 'Clean Call Reason' under Options. Write the year first: 2026-02-01T00:00 or 2026-01-02T00:00.",
			details: {
				outcome: 'refused',
				reason: 'invalidInput',
				advice: expect.stringContaining('Enter a phone number'),
				field: 'callerNumber, receiverNumber, label, labelName, callReason, endsAt',
			},
			faults: expect.any(Array),
		});
	});

	it('says the same advice once', () => {
		expect(problemOf({ callerNumber: '', receiverNumber: null })).toMatchObject({
			message: "'Caller Number' is empty; 'Receiver Number' is empty",
			todo: 'Enter a phone number, or leave this item out.',
		});
	});

	it.each([[''], [null], [{ mode: 'list', value: '' }], [{}]])(
		'because neither a label nor a name is given (%j)',
		(label) => {
			expect(problemOf({ label, labelName: null })).toMatchObject({
				message: "'Label' is empty",
				todo: "Choose a 'Label' from the list, or enter a 'Label Name'.",
			});
		},
	);

	it('never shows a number, whatever is wrong with it', () => {
		for (const number of [
			'98765 43210 x12',
			'9876543210',
			'+9198765432101234',
			'9.19877E+11',
			'+91 98765 4321O',
			{ phone: '9876543210' },
		]) {
			const { message, todo } = problemOf({ receiverNumber: number }, { defaultCountry: '' });
			expect(`${message} ${todo}`.replace(/\D+/g, ' ')).not.toMatch(/\d{5}/);
		}
	});
});

describe('what was mapped by mistake', () => {
	it.each([
		['an object', { text: 'Your flower delivery today' }],
		['a list', ['Your flower delivery today']],
	])('is a fault: %s is no call reason, and would have gone out as none', (_what, callReason) => {
		expect(problemOf({ callReason }).message).toBe("'Call Reason' is not a text");
		expect(problemOf({ labelName: callReason }).message).toBe("'Label Name' is not a text");
	});
});
