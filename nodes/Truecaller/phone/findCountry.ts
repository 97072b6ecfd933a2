import { COUNTRIES } from './countries';
import type { Country } from './countries';

/** Common names of countries beside the English name and the ISO code. */
const ALSO_WRITTEN: Readonly<Record<string, string>> = { UK: 'GB', USA: 'US', UAE: 'AE' };

const byIso = new Map(COUNTRIES.map((country) => [country.iso, country]));
const byName = new Map(COUNTRIES.map((country) => [country.name.toUpperCase(), country]));
const byCallingCode = new Map(
	COUNTRIES.filter(({ main }) => main).map((country) => [`+${country.code}`, country]),
);

/** Returns the country that people write as IN, India or +91, in any case. */
export const findCountry = (text: string): Country | undefined => {
	const word = text.trim().toUpperCase();
	return byIso.get(ALSO_WRITTEN[word] ?? word) ?? byName.get(word) ?? byCallingCode.get(word);
};
