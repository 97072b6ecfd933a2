// Writes countries.ts beside this file: `node nodes/Truecaller/phone/generate.mjs`.
// With `--print` it writes to standard output instead, for the test that compares the two.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const metadata = require('libphonenumber-js/metadata.max.json');
const examples = require('libphonenumber-js/examples.mobile.json');
const { parsePhoneNumberFromString } = require('libphonenumber-js/max');
const { version } = require('libphonenumber-js/package.json');

// E.164 allows fifteen digits in all; some plans of the library go beyond.
const MOST_DIGITS = 15;
// A number without + is only looked at from this many digits on, so shorter ones cannot be mistaken.
const FEWEST_BARE_DIGITS = 11;

// Toll-free, premium rate, personal, universal access (UAN), VoIP and shared cost. Left out: voicemail and pagers.
const BUSINESS_TYPES = [2, 3, 4, 6, 8, 9];

const names = new Intl.DisplayNames(['en'], { type: 'region' });

// Positions in an entry: https://gitlab.com/catamphetamine/libphonenumber-js/-/blob/master/METADATA.md
const fields = ([code, idd, pattern, lengths, , prefix, , strip, transform, , leading, types]) => ({
	code,
	idd,
	pattern,
	lengths,
	prefix,
	strip: strip || prefix,
	transform,
	leading,
	fixed: types?.[0] || undefined,
	mobile: types?.[1] || undefined,
	business: BUSINESS_TYPES.map((type) => types?.[type]).filter(Boolean),
});

const lengthsOf = (type, plan) => (type ? (type[1] ?? plan.lengths) : []);

const toSorted = (lengths, plan) =>
	[...new Set(lengths)]
		.filter((length) => length + plan.code.length <= MOST_DIGITS)
		.sort((a, b) => a - b);

const callableLengths = (plan) =>
	toSorted(
		[plan.fixed, plan.mobile].flatMap((type) => lengthsOf(type, plan)),
		plan,
	);

/** Lengths that only numbers such as 1800 123 4567 (India) have. */
const businessLengths = (plan) => {
	const callable = callableLengths(plan);
	const lengths = toSorted(
		plan.business.flatMap((type) => lengthsOf(type, plan)),
		plan,
	);
	return lengths.filter((length) => !callable.includes(length));
};

/** One pattern for the numbers of all types that can be called. */
const validPattern = (plan) =>
	[
		...new Set(
			[plan.fixed, plan.mobile, ...plan.business].flatMap((type) => (type ? [type[0]] : [])),
		),
	].join('|');

/** What people of a country write before a mobile number at home: nothing in the US, although "1" exists. */
function writtenPrefix(iso, plan) {
	const number = examples[iso] && parsePhoneNumberFromString(examples[iso], iso);
	if (!number) return plan.prefix;
	const written = number.formatNational().replace(/\D/g, '');
	return written.endsWith(number.nationalNumber)
		? written.slice(0, -number.nationalNumber.length)
		: plan.prefix;
}

/** Long business numbers that are written without the 0 of other numbers, such as 1800 123 4567 (India). */
function bareBusinessPatterns(plan) {
	const isWrittenBare = ([pattern, lengths = plan.lengths]) => {
		const whole = new RegExp(`^(?:${pattern})$`);
		const samples = lengths
			.filter((length) => length >= FEWEST_BARE_DIGITS && length + plan.code.length <= MOST_DIGITS)
			.flatMap((length) =>
				Array.from({ length: 10_000 }, (_, lead) => String(lead).padStart(4, '0')).flatMap((lead) =>
					['0', '1'].map((digit) => lead.padEnd(length, digit)),
				),
			)
			.filter((digits) => whole.test(digits) && !digits.startsWith('0'));
		const written = samples.map((digits) =>
			parsePhoneNumberFromString(`+${plan.code}${digits}`)?.formatNational().replace(/\D/g, ''),
		);
		return samples.some((digits, place) => digits === written[place]);
	};
	const prefixTells = plan.prefix && !plan.prefix.startsWith('0');
	return prefixTells ? [] : plan.business.filter(isWrittenBare).map(([pattern]) => pattern);
}

function bareLinePattern(plan) {
	if (lengthsOf(plan.mobile, plan).some((length) => length >= FEWEST_BARE_DIGITS))
		return plan.mobile[0];
	const long = callableLengths(plan).some(
		(length) => length + String(plan.prefix).length >= FEWEST_BARE_DIGITS,
	);
	const telling = plan.prefix && !plan.prefix.startsWith('0') && plan.prefix !== plan.code;
	return long && telling ? `${plan.prefix}(?:${plan.pattern})` : undefined;
}

/** Whole numbers people write without + and without a leading 0, long enough to look like another country's. */
function barePattern(plan) {
	const patterns = [bareLinePattern(plan), ...bareBusinessPatterns(plan)];
	return patterns.filter(Boolean).join('|') || undefined;
}

const literal = (value) => {
	if (Array.isArray(value)) return `[${value.join(', ')}]`;
	return typeof value === 'string' ? `'${value.replace(/[\\']/g, '\\$&')}'` : String(value);
};

function line(iso) {
	const plan = fields(metadata.countries[iso]);
	const facts = {
		iso,
		name: names.of(iso),
		code: plan.code,
		main: metadata.country_calling_codes[plan.code][0] === iso ? true : undefined,
		shared: metadata.country_calling_codes[plan.code].length > 1 ? true : undefined,
		idd: plan.idd,
		prefix: writtenPrefix(iso, plan),
		strip: plan.strip,
		transform: plan.transform,
		leading: plan.leading,
		lengths: callableLengths(plan),
		businessLengths: businessLengths(plan),
		pattern: plan.pattern,
		valid: validPattern(plan),
		bare: barePattern(plan),
	};
	const kept = Object.entries(facts).filter(([, value]) =>
		Array.isArray(value) ? value.length > 0 : value,
	);
	return `\t{ ${kept.map(([key, value]) => `${key}: ${literal(value)}`).join(', ')} },`;
}

const text = `// Generated from the metadata of libphonenumber-js ${version}; do not edit.
// To write it again: node nodes/Truecaller/phone/generate.mjs

/** What is known of the telephone numbers of one country. The texts of patterns are regular expressions. */
export type Country = {
	/** ISO 3166 alpha-2 */
	readonly iso: string;
	readonly name: string;
	/** Calling code, without + */
	readonly code: string;
	/** Of the countries that share a calling code, the one whose rules stand for all */
	readonly main?: true;
	/** Other countries have the same calling code */
	readonly shared?: true;
	/** Pattern of what is dialled there before a foreign number */
	readonly idd: string;
	/** What people put before a mobile number when they write it nationally */
	readonly prefix?: string;
	/** Pattern of what may stand before a national number and is no part of it … */
	readonly strip?: string;
	/** … and what replaces it, when that is not nothing */
	readonly transform?: string;
	/** Pattern of the first digits that tell this country from others with its calling code */
	readonly leading?: string;
	/** Digits a fixed-line or mobile number can have after the calling code */
	readonly lengths: readonly number[];
	/** More lengths, which only business numbers have: toll-free, shared cost, premium rate, universal access */
	readonly businessLengths?: readonly number[];
	/** Broad pattern of every kind of national number: ranges that are opened later fit it, too */
	readonly pattern: string;
	/** Exact pattern of the numbers that can be called, as they were given out when this was written */
	readonly valid: string;
	/** Pattern of numbers written there without + or 0 that look as if they began with a calling code */
	readonly bare?: string;
};

export const COUNTRIES: readonly Country[] = [
${Object.keys(metadata.countries).sort().map(line).join('\n')}
];
`;

if (process.argv.includes('--print')) process.stdout.write(text);
else writeFileSync(new URL('countries.ts', import.meta.url), text);
