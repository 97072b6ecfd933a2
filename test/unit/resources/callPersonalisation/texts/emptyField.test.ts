import {
	hasEmptyField,
	tellEmptyFields,
} from '../../../../../nodes/Truecaller/resources/callPersonalisation/texts/emptyField';
import type { CallRecord } from '../../../../../nodes/Truecaller/resources/callPersonalisation/callRecord';
import { createItem } from '../../../../support/item';

const NAME = '=Hi {{ $json.name }}, your order is here';
const TWO = '=Hi {{ $json.name }}, your {{ $("Shop").item.json.what.trim() }} is here';
const SIDE_BY_SIDE = '={{ $json.title }} {{ $json.name }}, hello';

it.each([
	[true, NAME, 'Hi , your order is here'],
	[false, NAME, 'Hi Ravi, your order is here'],
	[true, TWO, 'Hi , your cake is here'],
	[true, TWO, 'Hi Ravi, your  is here'],
	[false, TWO, 'Hi Ravi, your cake is here'],
	[true, SIDE_BY_SIDE, 'Dr. , hello'],
	[false, SIDE_BY_SIDE, 'Dr. Rao, hello'],
	[true, '=Your order {{ $json.id }}', 'Your order '],
	[false, '=Your order {{ $json.id }}', 'Your order 7'],
	[true, '={{ $json.name }}, your order', ', your order'],
	[false, '={{ $json.reason }}', ''],
	[false, '=No field at all', 'No field at all'],
	[false, 'Left {{ fixed }} here', 'Left  here'],
	[false, undefined, 'Your order'],
	[false, NAME, null],
])('A field is empty (%s) where %j gives %j', (isEmpty, source, value) => {
	expect(hasEmptyField(source, value)).toBe(isEmpty);
});

const readsOf = (count: number) => {
	const [first, ...others] = Array.from({ length: count }, (_none, index) => ({
		item: { ...createItem({}), index },
		read: { ok: true as const, value: { hasEmptyField: index > 0 } as CallRecord },
	}));
	if (!first) throw new Error('A run has an item');
	return [first, ...others] as const;
};

describe('after the run, one hint', () => {
	const tell = tellEmptyFields((record: CallRecord) => [record]);

	it('names the items whose reason had an empty field', () => {
		expect(tell(readsOf(4))).toBe(
			"A field was empty in the 'Call Reason' of items 1–3. Look at the texts under callRecord, and give the field a value where it is missing.",
		);
	});

	it('names a long run of items as a range, and is not given where no field was empty', () => {
		expect(tell(readsOf(31))).toContain('of items 1–30.');
		expect(tell(readsOf(1))).toBeUndefined();
	});
});
