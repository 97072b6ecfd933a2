import type { INodeProperties } from 'n8n-workflow';

import { COUNTRIES } from '../../phone/countries';

const countries = COUNTRIES.map(({ iso, name, code }) => ({
	name: `${name} (+${code})`,
	value: iso,
}));

/** The option that every operation with phone numbers has; stored is ISO 3166 alpha-2. */
export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: [
		{ name: 'None (Numbers Carry Their Country Code)', value: '' },
		...countries.sort((one, other) => one.name.localeCompare(other.name)),
	],
	default: '',
	description: 'The country of numbers that are written without a country code',
};
