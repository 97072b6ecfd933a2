import { COUNTRIES } from './countries';

/** The choices of every Default Country option: a country's name and calling code, stored as ISO 3166 alpha-2. */
export const countryOptions: Array<{ readonly name: string; readonly value: string }> = [
	{ name: 'None (Numbers Carry Their Country Code)', value: '' },
	...COUNTRIES.map(({ iso, name, code }) => ({ name: `${name} (+${code})`, value: iso })).sort((one, other) => one.name.localeCompare(other.name)),
];
