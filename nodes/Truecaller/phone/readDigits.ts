import {
	CODE_TWICE,
	CODE_UNKNOWN,
	COUNTRY_UNKNOWN,
	explainForeign,
	explainLength,
	explainMostDigits,
	MANY_COUNTRIES,
	NO_CODE,
	PLUS_WITHOUT_CODE,
	TWO_READINGS,
	ZERO_AFTER_CODE,
	ZERO_AFTER_PLUS,
} from './explain';
import type { Refusal } from './looseDigits';
import {
	hasLineLength,
	isAlsoNumberElsewhere,
	isPlausible,
	isPlausibleLine,
	isPossible,
	isValid,
	planOfCountry,
	planOfDigits,
	toSignificant,
} from './numberingPlan';
import type { Plan } from './numberingPlan';

/** A phone number with + and country code, such as +919876543210. Only the readers below create it. */
export type E164 = string & { readonly __e164: true };

/** A number, or the refusal. */
export type PhoneReading = { readonly ok: true; readonly number: E164 } | Refusal;

// The most digits of E.164, and the fewest that may begin with a country code without a plus.
const MOST_DIGITS = 15;
const FEWEST_DIGITS_WITH_CODE = 11;

const accept = (plan: Plan, national: string): PhoneReading => ({
	ok: true,
	number: `+${plan.country.code}${national}` as E164,
});

/** Returns the digits after the calling code of a plan, or nothing where they do not begin with it. */
const afterCode = (digits: string, { country }: Plan): string =>
	digits.startsWith(country.code) ? digits.slice(country.code.length) : '';

/** Reads digits with a country code. Checks only length and first digits, because countries open new ranges all the time. */
const readInternational = (digits: string): PhoneReading => {
	if (digits.startsWith('0')) return ZERO_AFTER_PLUS;
	const plan = planOfDigits(digits);
	if (!plan) return CODE_UNKNOWN;
	const written = digits.slice(plan.country.code.length);
	const national = toSignificant(written, plan);
	const once = toSignificant(afterCode(national, plan), plan);
	if (!isPossible(national, plan))
		return once !== '' && isPlausible(once, plan) ? CODE_TWICE : explainLength(national, plan);
	// 62 62 812… in Indonesia, where a number may begin with 62, too.
	if (once !== '' && plan.isBare(once)) return CODE_TWICE;
	if (isPlausible(national, plan)) return accept(plan, national);
	return national.startsWith('0') ? ZERO_AFTER_CODE : explainForeign(plan);
};

/**
 * Reads digits without + and without a default country. Refuses a number that is also a national number of another
 * country: 13912345678 is a mobile in China and looks like a number of the US; 84951234567 is Moscow and Vietnam;
 * 51987654321 is Porto Alegre and Peru.
 */
const readBare = (digits: string): PhoneReading => {
	if (digits.startsWith('00')) return readInternational(digits.slice(2));
	if (digits.length > MOST_DIGITS) return explainMostDigits(digits.length, MOST_DIGITS);
	const plan = digits.length < FEWEST_DIGITS_WITH_CODE ? undefined : planOfDigits(digits);
	const national = plan && digits.slice(plan.country.code.length);
	const isWhole =
		national && isPlausible(national, plan) && toSignificant(national, plan) === national;
	if (!isWhole) return NO_CODE;
	return isAlsoNumberElsewhere(digits, plan) ? MANY_COUNTRIES : accept(plan, national);
};

/** Returns the number on which all readings agree, or undefined for an ambiguous one. */
export const toOne = (readings: readonly PhoneReading[]): PhoneReading | undefined => {
	const numbers = new Set(readings.flatMap((reading) => (reading.ok ? [reading.number] : [])));
	return numbers.size > 1 ? TWO_READINGS : readings.find((reading) => reading.ok);
};

/** Reads a number with the country's prefix for calls abroad, or with 00: 00573… in Colombia is +57 3… or +7 3… */
const readDialledAbroad = (digits: string, { idd }: Plan): PhoneReading | undefined => {
	const ways = [digits.replace(idd, '+'), digits.replace(/^00/, '+')].filter((way) =>
		way.startsWith('+'),
	);
	const readings = ways.map((way) => readInternational(way.slice(1)));
	return toOne(readings) ?? readings[0];
};

/** Reads digits without +, with a default country: a national number, or one with the calling code. 62812345678 in Indonesia is both. */
const readAtHome = (digits: string, plan: Plan): PhoneReading => {
	const abroad = readDialledAbroad(digits, plan);
	// 00 also begins a few toll-free numbers: 000 800 … in India, 007 803 … in Indonesia.
	const tollFree = isPossible(digits, plan) && isValid(digits, plan) ? [accept(plan, digits)] : [];
	if (abroad) return toOne([abroad, ...tollFree]) ?? abroad;
	const national = toSignificant(digits, plan);
	const readings: PhoneReading[] = [];
	if (isPlausible(national, plan)) readings.push(accept(plan, national));
	// 0919876543210 in India: a 0 as before a national number, and the code after it.
	for (const rest of [afterCode(digits, plan), afterCode(national, plan)]) {
		const withCode = toSignificant(rest, plan);
		// 91180 01234 is a mobile, although 91 and a toll-free number 1800 1234 look the same.
		const isWhole = isPlausibleLine(national, plan) ? isPlausibleLine : isPlausible;
		// A longer number gained an area code, which is never left out after a country code.
		if (isWhole(withCode, plan) && withCode.length <= rest.length)
			readings.push(accept(plan, withCode));
	}
	const one = toOne(readings);
	if (one) return one;
	return isPossible(national, plan) ? explainForeign(plan) : explainLength(national, plan);
};

/** Reads digits with +. A + before a national number (98765 43210 → +98 76543210) hardly ever gives an existing number. */
const readWithPlus = (digits: string, home: Plan | undefined): PhoneReading => {
	const reading = readInternational(digits);
	if (!home || !isPlausibleLine(digits, home)) return reading;
	const plan = planOfDigits(digits);
	const national = plan && digits.slice(plan.country.code.length);
	const exists = reading.ok && national && hasLineLength(national, plan) && isValid(national, plan);
	return exists ? reading : PLUS_WITHOUT_CODE;
};

/** Reads digits, led by + if they were written so, as a number of the world or of the default country. */
export const readDigits = (digits: string, iso: string): PhoneReading => {
	const home = planOfCountry(iso);
	if (digits.startsWith('+')) return readWithPlus(digits.slice(1), home);
	if (iso === '') return readBare(digits);
	return home ? readAtHome(digits, home) : COUNTRY_UNKNOWN;
};
