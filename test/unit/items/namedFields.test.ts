import { findNamedFields } from '../../../nodes/Truecaller/items/namedFields';

const json = { id: 7, name: null, customer: { 'first name': 'Ravi', tags: ['a'] } };

it.each([
	['={{ $json.id }}', ['id: 7']],
	['=Hi {{ $json.name }}, order {{ $json["id"] }}', ['name: null', 'id: 7']],
	['={{ "Hi " + $json.customer["first name"] + "!" }}', ['customer.first name: "Ravi"']],
	['={{ $json.name.trim() }}', ['name: null']],
	['={{ $json.customer.tags[0] }}', ['customer.tags: ["a"]']],
	['={{ $json.missing ?? $json.id }}', ['missing: undefined', 'id: 7']],
	['={{ $("Shop").item.json.id }}', []],
	['Fixed $json.id', []],
	[undefined, []],
])('The fields that %j names are found with what the item has there', (source, found) => {
	expect(
		findNamedFields(source, json).map(({ name, value }) => `${name}: ${JSON.stringify(value)}`),
	).toEqual(found);
});
