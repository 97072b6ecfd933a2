import { readAsWritten } from './asWritten';
import type { Written } from './asWritten';
import type { Loose } from './looseDigits';
import { isPlausibleWithCode, planOfDigits } from './numberingPlan';
import type { Plan } from './numberingPlan';
import { readDigits, toOne } from './readDigits';
import type { E164, PhoneReading } from './readDigits';

export type { E164, PhoneReading } from './readDigits';

/** Returns the number without its plus, such as 919876543210, as most of Truecaller's endpoints want it. */
export const withoutPlus = (number: E164): string => number.slice(1);

/** Reads a number with `(0)`. From abroad, the 0 of +44 (0)20 is left out and that of +39 (0)6 is dialled; +39 (0)347 is ambiguous. */
const readWithZero = (digits: string, iso: string): PhoneReading => {
	const kept = readDigits(digits.replace('(0)', '0'), iso);
	if (!digits.includes('(0)')) return kept;
	const dropped = readDigits(digits.replace('(0)', ''), iso);
	if (!kept.ok) return dropped;
	if (!dropped.ok || !isPlausibleWithCode(withoutPlus(dropped.number))) return kept;
	return toOne([kept, dropped]) ?? kept;
};

/** Returns whether the digits are more than an area code, in countries with long numbers. */
const isLongEnough = (national: string, { country }: Plan): boolean =>
	Math.max(...country.lengths) < 10 || national.length >= 7;

/** Countries whose numbers end in a direct-dial extension after a hyphen: 0234/123456-0 (DIN 5008, ÖNORM A 1080). */
const WITH_EXTENSION = ['49', '43'];

/** Returns whether loose digits belong to the number: only if the rest is not a whole number. */
const belongs = ({ rest, isHyphened }: Loose, reading: PhoneReading, iso: string): boolean => {
	const written = readAsWritten(rest);
	const without = written.ok ? readWithZero(written.digits, iso) : written;
	if (!without.ok || (reading.ok && reading.number === without.number)) return true;
	const plan = planOfDigits(withoutPlus(without.number));
	if (!plan || (isHyphened && WITH_EXTENSION.includes(plan.country.code) && reading.ok))
		return true;
	return !isLongEnough(without.number.slice(1 + plan.country.code.length), plan);
};

const readWritten = ({ digits, loose }: Written, iso: string): PhoneReading => {
	const reading = readWithZero(digits, iso);
	const beside = loose.find((each) => !belongs(each, reading, iso));
	return beside?.refusal ?? reading;
};

/**
 * Reads a phone number in any common notation. Refuses a number that would need a guess; the refusal repeats none of
 * its digits. `defaultCountry` (ISO 3166 alpha-2) is the country of numbers without a country code.
 */
export const readPhoneNumber = (input: unknown, defaultCountry?: string): PhoneReading => {
	const written = readAsWritten(input);
	return written.ok ? readWritten(written, String(defaultCountry ?? '').trim()) : written;
};

/** Returns the national notation, such as 09876543210, to search a CRM that stores numbers in this way. */
export const toNational = (number: E164): string => {
	const plan = planOfDigits(withoutPlus(number));
	if (!plan) return withoutPlus(number);
	return `${plan.country.prefix ?? ''}${number.slice(1 + plan.country.code.length)}`;
};
