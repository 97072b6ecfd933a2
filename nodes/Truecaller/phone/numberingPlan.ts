import { COUNTRIES } from './countries';
import type { Country } from './countries';
import { findCountry } from './findCountry';

/** Numbering plan of a country, with compiled patterns. */
export type Plan = {
	readonly country: Country;
	/** Dialled there before a foreign number */
	readonly idd: RegExp;
	readonly strip: RegExp | undefined;
	readonly leading: RegExp | undefined;
	readonly pattern: RegExp;
	readonly isValid: (national: string) => boolean;
	/** Whether digits are a whole number as people there write it without + and without a 0 */
	readonly isBare: (digits: string) => boolean;
};

const LONGEST_CALLING_CODE = 3;

const byCallingCode = new Map(
	COUNTRIES.filter((country) => country.main).map((country) => [country.code, country]),
);
const withLeading = COUNTRIES.filter((country) => country.shared && country.leading !== undefined);

const withBare = COUNTRIES.filter(({ bare }) => bare !== undefined);

const toWhole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const toBeginning = (pattern: string | undefined): RegExp | undefined =>
	pattern === undefined ? undefined : new RegExp(`^(?:${pattern})`);

// Compiled on first use: a workflow needs few countries.
const plans = new Map<Country, Plan>();

/** Compiles a pattern on first use: some are long, and few numbers need them. */
const toTest = (pattern: string | undefined): ((digits: string) => boolean) => {
	let compiled: RegExp | undefined;
	return (digits) => pattern !== undefined && (compiled ??= toWhole(pattern)).test(digits);
};

const toPlan = (country: Country): Plan => {
	const known = plans.get(country);
	if (known) return known;
	const plan: Plan = {
		country,
		idd: new RegExp(`^(?:${country.idd})`),
		strip: toBeginning(country.strip),
		leading: toBeginning(country.leading),
		pattern: toWhole(country.pattern),
		isValid: toTest(country.valid),
		isBare: toTest(country.bare),
	};
	plans.set(country, plan);
	return plan;
};

/** Returns the plan of a country by its ISO code, its English name or its calling code: IN, India or +91. */
export const planOfCountry = (text: string): Plan | undefined => {
	const country = findCountry(text);
	return country && toPlan(country);
};

/** Returns the plan of the calling code that digits begin with. No calling code is the beginning of another. */
export const planOfDigits = (digits: string): Plan | undefined => {
	for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
		const country = byCallingCode.get(digits.slice(0, length));
		if (country) return toPlan(country);
	}
	return undefined;
};

/** Removes the national prefix, such as the 0 of 098765 43210, unless it belongs to the number. */
export const toSignificant = (digits: string, { country, strip, pattern }: Plan): string => {
	const found = strip?.exec(digits);
	if (!strip || !found) return digits;
	const completes = country.transform !== undefined && found.length > 1 && found.at(-1);
	const rest = completes
		? digits.replace(strip, country.transform ?? '')
		: digits.slice(found[0].length);
	return pattern.test(digits) && !pattern.test(rest) ? digits : rest;
};

/** Returns the plans of all countries that share a calling code, the given one first. */
const plansOfCode = (plan: Plan): readonly Plan[] => {
	if (!plan.country.shared) return [plan];
	return [plan, ...COUNTRIES.filter(({ code }) => code === plan.country.code).map(toPlan)];
};

/** Returns the country of a shared calling code to which the first digits belong. Its lengths may differ. */
export const planOfOwner = (national: string, plan: Plan): Plan => {
	if (!plan.country.shared) return plan;
	const sameCode = withLeading.filter((country) => country.code === plan.country.code).map(toPlan);
	return sameCode.find(({ leading }) => leading?.test(national)) ?? plan;
};

/** Returns whether the digits have the length of a fixed line or mobile of the country. */
export const hasLineLength = (national: string, plan: Plan): boolean =>
	planOfOwner(national, plan).country.lengths.includes(national.length);

/** Returns whether the digits are a business number with a length of its own, such as 1800 123 4567 in India. */
const isBusinessNumber = (national: string, plan: Plan): boolean =>
	plansOfCode(plan).some(
		({ country, isValid: fits }) =>
			country.businessLengths?.includes(national.length) === true && fits(national),
	);

const mainPlanOf = ({ country }: Plan): Plan | undefined => planOfDigits(country.code);

const fitsPattern = (national: string, plan: Plan): boolean =>
	plan.pattern.test(national) || mainPlanOf(plan)?.pattern.test(national) === true;

/** Returns whether the digits have the length of a number of the country. */
export const isPossible = (national: string, plan: Plan): boolean =>
	hasLineLength(national, plan) || isBusinessNumber(national, plan);

/** Returns whether the digits have the length of a line and begin like numbers of the country, or of the main country of its code. */
export const isPlausibleLine = (national: string, plan: Plan): boolean =>
	hasLineLength(national, plan) && fitsPattern(national, plan);

/** Returns whether the digits are a plausible line or a business number. */
export const isPlausible = (national: string, plan: Plan): boolean =>
	isPossible(national, plan) && fitsPattern(national, plan);

/** Returns whether the number was in use when the facts about countries were generated. */
export const isValid = (national: string, plan: Plan): boolean =>
	plan.isValid(national) ||
	planOfOwner(national, plan).isValid(national) ||
	mainPlanOf(plan)?.isValid(national) === true;

/** Returns whether digits with a calling code are plausible. */
export const isPlausibleWithCode = (digits: string): boolean => {
	const plan = planOfDigits(digits);
	return plan !== undefined && isPlausible(digits.slice(plan.country.code.length), plan);
};

/** Returns whether the digits are also a national number of a country with another calling code. */
export const isAlsoNumberElsewhere = (digits: string, { country }: Plan): boolean =>
	withBare.some((other) => other.code !== country.code && toPlan(other).isBare(digits));

/** Returns the lengths that a number with these first digits may have. */
export const lengthsFor = (national: string, plan: Plan): readonly number[] => {
	const { country, isValid: fits } = planOfOwner(national, plan);
	// A number that begins like a business number would fit with the right length.
	const business = (country.businessLengths ?? []).filter((length) =>
		['0', '1', '5'].some((digit) => fits(national.slice(0, length).padEnd(length, digit))),
	);
	return [...country.lengths, ...business].sort((one, other) => one - other);
};
