import { COUNTRIES } from './countries';

const countries = COUNTRIES.map(({ iso, name, code }) => ({
	name: `${name} (+${code})`,
	value: iso,
}));

/** Choices of a Default Country: none, then every country by name. The value is ISO 3166 alpha-2. */
export const COUNTRY_CHOICES: ReadonlyArray<{ readonly name: string; readonly value: string }> = [
	{ name: 'None (Numbers Carry Their Country Code)', value: '' },
	...countries.sort((one, other) => one.name.localeCompare(other.name)),
];
