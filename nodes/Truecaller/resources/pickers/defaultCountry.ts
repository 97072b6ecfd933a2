import type { INodeProperties } from 'n8n-workflow';

/**
 * Option of every operation with phone numbers. Workflows store an ISO 3166 alpha-2 code, as in
 * earlier versions, which had a list. A text field now, because AI builders had to read all 240
 * countries for each operation.
 */
export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'string',
	default: '',
	placeholder: 'e.g. IN or India',
	description:
		'The country of numbers that are written without a country code, by name or two-letter code',
};

/**
 * Shows the option in every new node, although it is empty: numbers without a country code need it,
 * and few users look under Options. Older workflows have stored no value, which means the same.
 */
export const withCountryShown = (options: INodeProperties): INodeProperties => ({
	...options,
	default: { [defaultCountryField.name]: defaultCountryField.default },
});
