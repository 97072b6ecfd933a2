import { readAsWritten, toPlainText, type Refusal } from './asWritten';
import {
	isAlsoNumberElsewhere,
	isPlausible,
	isPlausibleWithCode,
	isPossible,
	planOfCountry,
	planOfDigits,
	planOfOwner,
	toSignificant,
	type Plan,
} from './numberingPlan';

/** A phone number with + and country code, such as +919876543210. Only `readPhoneNumber` makes one. */
export type E164 = string & { readonly __e164: true };

/** A number, or why there is none. */
export type PhoneReading = { ok: true; number: E164 } | Refusal;

// The most E.164 allows, and the fewest that are believed to begin with a country code without saying so.
const MOST_DIGITS = 15;
const FEWEST_DIGITS_WITH_CODE = 11;

const WRITE_CODE = 'Write it with + and the country code, or set Default Country.';
const NO_CODE: Refusal = { ok: false, why: 'has no country code', fix: WRITE_CODE };
const TWO_NUMBERS: Refusal = {
	ok: false,
	why: 'can be read as two different numbers',
	fix: 'Write it with + and the country code, and no brackets.',
};

const accept = (plan: Plan, national: string): PhoneReading => ({
	ok: true,
	number: `+${plan.country.code}${national}` as E164,
});

function nameOf({ country }: Plan): string {
	const others = country.main && country.shared ? ' and others' : '';
	return `${country.name}${others} (+${country.code})`;
}

/** 7, 8, 9, 11 → "7 to 9 or 11" */
function toWords(lengths: readonly number[]): string {
	const runs: number[][] = [];
	for (const length of lengths) {
		const run = runs.at(-1);
		if (run?.at(-1) === length - 1) run.push(length);
		else runs.push([length]);
	}
	return runs
		.map((run) => (run.length > 1 ? `${run[0]} to ${run.at(-1)}` : `${run[0]}`))
		.join(' or ');
}

function explainLength(national: string, plan: Plan): Refusal {
	const owner = planOfOwner(national, plan);
	const { lengths } = owner.country;
	const count = national.length;
	const tooLong = count > Math.max(...lengths) ? 'is too long' : 'has a wrong length';
	const fault = count < Math.min(...lengths) ? 'is too short' : tooLong;
	const why = `${fault} for ${nameOf(owner)}: ${count} digits where ${toWords(lengths)} are expected`;
	return {
		ok: false,
		why,
		fix: 'Check its country code and digits (a 0 or 1 that is dialled only at home is not counted).',
	};
}

/** What follows a written country code is believed if its length is right: number ranges are opened all the time. */
function readInternational(digits: string): PhoneReading {
	const plan = planOfDigits(digits);
	if (!plan)
		return {
			ok: false,
			why: 'starts with a calling code that no country has',
			fix: 'Check the country code after the +.',
		};
	const national = toSignificant(digits.slice(plan.country.code.length), plan);
	if (!isPossible(national, plan)) return explainLength(national, plan);
	if (national.startsWith('0') && !isPlausible(national, plan)) {
		return {
			ok: false,
			why: 'has a 0 after the country code that does not belong there',
			fix: 'Remove that 0.',
		};
	}
	return accept(plan, national);
}

/**
 * Neither + nor a default country. 13912345678 is a mobile in China and looks like a number of the US, 84951234567
 * is Moscow and Vietnam, 51987654321 is Porto Alegre and Peru: whatever is a whole number elsewhere is refused.
 */
function readBare(digits: string): PhoneReading {
	if (digits.startsWith('00')) return readInternational(digits.slice(2));
	if (digits.length > MOST_DIGITS) {
		return {
			ok: false,
			why: `is too long: ${digits.length} digits, and no number has more than ${MOST_DIGITS}`,
			fix: 'Give one phone number only.',
		};
	}
	const plan = digits.length < FEWEST_DIGITS_WITH_CODE ? undefined : planOfDigits(digits);
	const national = plan && digits.slice(plan.country.code.length);
	if (
		!plan ||
		!national ||
		!isPlausible(national, plan) ||
		toSignificant(national, plan) !== national
	)
		return NO_CODE;
	if (!isAlsoNumberElsewhere(digits, plan)) return accept(plan, national);
	return {
		ok: false,
		why: 'has no + and could be a number of more than one country',
		fix: WRITE_CODE,
	};
}

/** The one number several readings agree on. What can be meant in two ways is nobody's to guess. */
function toOne(readings: readonly PhoneReading[]): PhoneReading | undefined {
	const numbers = new Set(readings.flatMap((reading) => (reading.ok ? [reading.number] : [])));
	const [number] = numbers;
	return number && numbers.size > 1 ? TWO_NUMBERS : readings.find((reading) => reading.ok);
}

/** The country's own way to dial abroad, and the 00 most of the world uses: 00573… in Colombia is +57 3… or +7 3… */
function readDialledAbroad(digits: string, { idd }: Plan): PhoneReading | undefined {
	const ways = [digits.replace(idd, '+'), digits.replace(/^00/, '+')].filter((way) =>
		way.startsWith('+'),
	);
	const readings = ways.map((way) => readInternational(way.slice(1)));
	return toOne(readings) ?? readings[0];
}

/** No +, but a default country: its own number, or one that carries its calling code; 62812345678 in Indonesia is both. */
function readAtHome(digits: string, plan: Plan): PhoneReading {
	const abroad = readDialledAbroad(digits, plan);
	if (abroad) return abroad;
	const afterCode = digits.startsWith(plan.country.code)
		? digits.slice(plan.country.code.length)
		: '';
	const national = toSignificant(digits, plan);
	const withCode = toSignificant(afterCode, plan);
	const readings: PhoneReading[] = [];
	if (isPlausible(national, plan)) readings.push(accept(plan, national));
	// Longer means that an area code was added, which nobody leaves out after a country code.
	if (isPlausible(withCode, plan) && withCode.length <= afterCode.length)
		readings.push(accept(plan, withCode));
	const one = toOne(readings);
	if (one) return one;
	if (!isPossible(national, plan)) return explainLength(national, plan);
	return {
		ok: false,
		why: `does not look like a number of ${nameOf(plan)}`,
		fix: 'Check it, or write it with + and its own country code.',
	};
}

function readDigits(digits: string, iso: string): PhoneReading {
	if (digits.startsWith('+')) return readInternational(digits.slice(1));
	if (iso === '') return readBare(digits);
	const plan = planOfCountry(iso);
	if (plan) return readAtHome(digits, plan);
	const why = 'has no country code, and Default Country is not the two-letter code of a country';
	return {
		ok: false,
		why,
		fix: 'Set Default Country to a code such as IN, US or GB, or write the number with + and its country code.',
	};
}

/**
 * Reads a phone number in any form people write it. What cannot be read without a guess is refused in words that
 * hold no digit of it. `defaultCountry` (ISO 3166 alpha-2) is where a number without a country code belongs.
 */
export function readPhoneNumber(input: unknown, defaultCountry?: string): PhoneReading {
	const written = readAsWritten(input);
	if (!written.ok) return written;
	const iso = String(defaultCountry ?? '').trim();
	const kept = readDigits(written.digits.replace('(0)', '0'), iso);
	if (!written.digits.includes('(0)')) return kept;
	// The 0 of +44 (0)20 is not dialled from abroad, that of +39 (0)6 is; +39 (0)347 may be a mobile or a landline.
	const dropped = readDigits(written.digits.replace('(0)', ''), iso);
	if (!kept.ok) return dropped;
	if (!dropped.ok || !isPlausibleWithCode(withoutPlus(dropped.number))) return kept;
	return toOne([kept, dropped]) ?? kept;
}

/** 919876543210, as most of Truecaller's endpoints want it. */
export function withoutPlus(number: E164): string {
	return number.slice(1);
}

/** Digits as written in the number's own country, 09876543210: for searching where numbers are kept like that. */
export function toNational(number: E164): string {
	const plan = planOfDigits(withoutPlus(number));
	if (!plan) return withoutPlus(number);
	return `${plan.country.prefix ?? ''}${number.slice(1 + plan.country.code.length)}`;
}

/** All of a number that an error may show. */
export function lastFour(text: string): string {
	return toPlainText(text).replace(/\D/g, '').slice(-4);
}
