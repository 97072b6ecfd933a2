import { COUNTRIES, type Country } from './countries';

/** What a country knows of its numbers, ready to be asked. */
export type Plan = {
	readonly country: Country;
	/** Dialled there before a foreign number */
	readonly idd: RegExp;
	readonly strip: RegExp | undefined;
	readonly leading: RegExp | undefined;
	readonly pattern: RegExp;
};

const LONGEST_CALLING_CODE = 3;

const byIso = new Map(COUNTRIES.map((country) => [country.iso, country]));
const byCallingCode = new Map(
	COUNTRIES.filter((country) => country.main).map((country) => [country.code, country]),
);
const withLeading = COUNTRIES.filter((country) => country.shared && country.leading !== undefined);
const bareNumbers = COUNTRIES.flatMap(({ code, bare }) =>
	bare ? [{ code, pattern: new RegExp(`^(?:${bare})$`) }] : [],
);

// Compiled when first asked for: a workflow meets a handful of countries.
const plans = new Map<Country, Plan>();

function toPlan(country: Country): Plan {
	const known = plans.get(country);
	if (known) return known;
	const beginning = (text: string | undefined) =>
		text === undefined ? undefined : new RegExp(`^(?:${text})`);
	const plan: Plan = {
		country,
		idd: new RegExp(`^(?:${country.idd})`),
		strip: beginning(country.strip),
		leading: beginning(country.leading),
		pattern: new RegExp(`^(?:${country.pattern})$`),
	};
	plans.set(country, plan);
	return plan;
}

/** The plan of a country by its ISO code, in any case. */
export function planOfCountry(iso: string): Plan | undefined {
	const country = byIso.get(iso.toUpperCase());
	return country && toPlan(country);
}

/** The plan of the calling code that digits begin with. No calling code is the beginning of another. */
export function planOfDigits(digits: string): Plan | undefined {
	for (let length = 1; length <= LONGEST_CALLING_CODE; length++) {
		const country = byCallingCode.get(digits.slice(0, length));
		if (country) return toPlan(country);
	}
	return undefined;
}

/** Takes off what is only dialled at home, such as the 0 of 098765 43210, unless it belongs to the number. */
export function toSignificant(digits: string, { country, strip, pattern }: Plan): string {
	const found = strip?.exec(digits);
	if (!strip || !found) return digits;
	const completes = country.transform !== undefined && found.length > 1 && found.at(-1);
	const rest = completes
		? digits.replace(strip, country.transform ?? '')
		: digits.slice(found[0].length);
	return pattern.test(digits) && !pattern.test(rest) ? digits : rest;
}

/** Of the countries that share a calling code, the one the first digits point to: it may have lengths of its own. */
export function planOfOwner(national: string, plan: Plan): Plan {
	if (!plan.country.shared) return plan;
	const sameCode = withLeading.filter((country) => country.code === plan.country.code).map(toPlan);
	return sameCode.find(({ leading }) => leading?.test(national)) ?? plan;
}

/** Has as many digits as numbers there have. */
export function isPossible(national: string, plan: Plan): boolean {
	return planOfOwner(national, plan).country.lengths.includes(national.length);
}

/** Possible, and begins as numbers of that country (or of the main one of its calling code) begin. */
export function isPlausible(national: string, plan: Plan): boolean {
	if (!isPossible(national, plan)) return false;
	return (
		plan.pattern.test(national) || planOfDigits(plan.country.code)?.pattern.test(national) === true
	);
}

/** The same for digits that begin with a calling code. */
export function isPlausibleWithCode(digits: string): boolean {
	const plan = planOfDigits(digits);
	return plan !== undefined && isPlausible(digits.slice(plan.country.code.length), plan);
}

/** Whether digits are also a whole number as people of a country with another calling code write it at home. */
export function isAlsoNumberElsewhere(digits: string, { country }: Plan): boolean {
	return bareNumbers.some(({ code, pattern }) => code !== country.code && pattern.test(digits));
}
