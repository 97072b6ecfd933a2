import type { INodeProperties } from 'n8n-workflow';

/**
 * The option that every operation with phone numbers has. Workflows store what was chosen in the list of earlier versions:
 * ISO 3166 alpha-2. No list any more: AI builders had to read all 240 countries for each operation.
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
 * Shows the option in every new node, though it is empty: numbers without a country code need it, and few people look
 * for it under Options. An older workflow has stored nothing here, which means the same.
 */
export const withCountryShown = (options: INodeProperties): INodeProperties => ({
	...options,
	default: { [defaultCountryField.name]: defaultCountryField.default },
});
