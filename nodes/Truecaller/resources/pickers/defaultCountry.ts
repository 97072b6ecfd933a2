import type { INodeProperties } from 'n8n-workflow';

import { COUNTRY_CHOICES } from '../../phone/countryChoices';

/** The option that every operation with phone numbers has; stored is ISO 3166 alpha-2. */
export const defaultCountryField: INodeProperties = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: [...COUNTRY_CHOICES],
	default: '',
	description: 'The country of numbers that are written without a country code',
};
