/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import {
	getExampleNumber,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/metadata.max.json';
import { COUNTRIES } from '../../../nodes/Truecaller/phone/countries';
import { readPhoneNumber, toNational } from '../../../nodes/Truecaller/phone/phoneNumber';

const FOLDER = join(__dirname, '../../../nodes/Truecaller/phone');
const ISO_CODES = Object.keys(metadata.countries) as CountryCode[];

const digitsOf = (text: string) => text.replace(/\D/g, '');

function exampleOf(iso: CountryCode): PhoneNumber {
	const example = getExampleNumber(iso, examples);
	if (!example) throw new Error(`libphonenumber-js has no example for ${iso}`);
	return example;
}

type Form = { write: (example: PhoneNumber) => string; atHome?: true; except?: string };

/** Countries in `except` cannot be read in that form; each has its reason beside it. */
const FORMS: Record<string, Form> = {
	'E.164': { write: (example) => example.number },
	'international form': { write: (example) => example.formatInternational() },
	'a tel: link': { write: (example) => example.getURI() },
	'with 00': { write: (example) => `00${digitsOf(example.number)}` },
	'with 00, at home': {
		write: (example) => `00${digitsOf(example.number)}`,
		atHome: true,
		// There 00 5 and 00 7 choose a carrier, so 0057… is Colombia for the world and Russia for Colombians.
		except: 'CO',
	},
	'national form': { write: (example) => example.formatNational(), atHome: true },
	'national digits': {
		write: (example) => example.nationalNumber,
		atHome: true,
		// Its example ends in seven zeros, as numbers do that a spreadsheet rounded.
		except: 'KR',
	},
	'with the country code but no +, at home': {
		write: (example) => digitsOf(example.number),
		atHome: true,
		// Long national numbers that may begin with the country's own calling code: both readings are possible.
		// That of South Korea ends in seven zeros.
		except: 'DE ID KR XK',
	},
	'with (0)': {
		write: (example) => `+${example.countryCallingCode} (0) ${example.nationalNumber}`,
		// 0312… is a landline in Brescia, 312… a mobile, and both keep what they have. Ascension has numbers with 0, too.
		except: 'AC IT VA',
	},
};

test.each(Object.entries(FORMS))(
	'the example number of every country is read in %s',
	(_, { write, atHome, except }) => {
		const wrong = ISO_CODES.filter((iso) => {
			const example = exampleOf(iso);
			const reading = readPhoneNumber(write(example), atHome ? iso : undefined);
			return !reading.ok || reading.number !== example.number;
		});
		expect(wrong.join(' ')).toBe(except ?? '');
	},
);

/** Positions of the types of numbers in the metadata that businesses have. */
const BUSINESS_TYPES = { TOLL_FREE: 2, PREMIUM_RATE: 3, UAN: 6, SHARED_COST: 9 } as const;
type BusinessType = keyof typeof BUSINESS_TYPES;

/** Numbers of one type, as many of each country that has them, that the library finds valid. */
function businessNumbers(type: BusinessType): Array<{ iso: CountryCode; number: PhoneNumber }> {
	return ISO_CODES.flatMap((iso) => {
		const plan = metadata.countries[iso] as unknown[];
		const types = plan[11] as ReadonlyArray<readonly [pattern: string] | 0 | undefined> | undefined;
		const ofType = types?.[BUSINESS_TYPES[type]];
		if (!ofType) return [];
		const digits = fc.sample(fc.stringMatching(new RegExp(`^(?:${ofType[0]})$`)), {
			numRuns: 20,
			seed: 7,
		});
		return digits.flatMap((national) => {
			const number = parsePhoneNumberFromString(`+${String(plan[0])}${national}`);
			const isOne = number?.isValid() === true && number.country === iso;
			return isOne && number.number.length <= 16 ? [{ iso, number }] : [];
		});
	});
}

test.each(Object.keys(BUSINESS_TYPES) as BusinessType[])(
	'%s numbers of every country are read with +, and at home as the same number or not at all',
	(type) => {
		const numbers = businessNumbers(type);
		const refused = numbers.filter(({ iso, number }) => {
			const reading = readPhoneNumber(number.number);
			expect([number.number, reading]).toEqual([
				number.number,
				{ ok: true, number: number.number },
			]);
			const atHome = readPhoneNumber(number.formatNational(), iso);
			if (atHome.ok) expect([iso, atHome.number]).toEqual([iso, number.number]);
			return !atHome.ok;
		});
		expect(new Set(numbers.map(({ iso }) => iso)).size).toBeGreaterThan(20);
		// 00 dials abroad as well as it begins toll-free numbers there; a 0922 in Pakistan may be the code of 92 with a 0.
		expect(['ID', 'KR', 'PK', 'TH']).toEqual(
			expect.arrayContaining([...new Set(refused.map(({ iso }) => iso))]),
		);
		const misread = numbers.filter(({ number }) => {
			const bare = readPhoneNumber(digitsOf(number.formatNational()));
			return bare.ok && bare.number !== number.number;
		});
		expect(misread.filter(({ number }) => !number.formatNational().startsWith('00'))).toEqual([]);
	},
);

test('without + and without a default country a number is read as what it is, or not at all', () => {
	const refused = ISO_CODES.filter((iso) => {
		const { number } = exampleOf(iso);
		const reading = readPhoneNumber(digitsOf(number));
		if (reading.ok) expect(reading.number).toBe(number);
		return !reading.ok;
	});
	const tooShort = refused.filter((iso) => digitsOf(exampleOf(iso).number).length <= 10);
	// Also a whole national number in Brazil (11 digits), China (1 and ten more), Germany, Austria, Indonesia or Russia (8 and ten more).
	const doubtful =
		'BG CA DM DO GD GU HK JM JP KH KI KN KR KY LC MK MO MP MS PE PF PG PR SX TH TL TT TW VC VI VN';
	expect(refused.filter((iso) => !tooShort.includes(iso)).join(' ')).toBe(doubtful);
	expect(refused).not.toContain('IN');
});

test('a number is written nationally as the library writes it', () => {
	const different = ISO_CODES.filter((iso) => {
		const example = exampleOf(iso);
		const reading = readPhoneNumber(example.number);
		return !reading.ok || toNational(reading.number) !== digitsOf(example.formatNational());
	});
	// Argentina moves a 15 into the middle of its mobile numbers, which is left to Argentina.
	expect(different).toEqual(['AR']);
});

/** The same numbers in every run, so that a failure can be looked at. */
function createDice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return Math.floor((state / 2 ** 32) * sides);
	};
}

/** Half of them begin like real numbers of the country; written with +, at home, at home with the code, or bare. */
function* inventedNumbers(
	count: number,
): Generator<[written: string, defaultCountry?: CountryCode]> {
	const roll = createDice(20_250_701);
	for (let made = 0; made < count; made++) {
		const iso = ISO_CODES[roll(ISO_CODES.length)] ?? 'IN';
		const { countryCallingCode, nationalNumber } = exampleOf(iso);
		const random = Array.from({ length: nationalNumber.length - 1 + roll(3) }, () => roll(10)).join(
			'',
		);
		const kept = roll(2) * roll(nationalNumber.length);
		const national = `${nationalNumber.slice(0, kept)}${random.slice(kept)}`;
		const prefix = COUNTRIES.find((country) => country.iso === iso)?.prefix ?? '';
		yield [`+${countryCallingCode}${national}`];
		yield [`${roll(2) ? prefix : ''}${national}`, iso];
		yield [`${countryCallingCode}${national}`, iso];
		yield [`${countryCallingCode}${national}`];
	}
}

test('whatever is accepted is the same, possible number for the library', () => {
	let accepted = 0;
	for (const [written, defaultCountry] of inventedNumbers(4_000)) {
		const reading = readPhoneNumber(written, defaultCountry);
		if (!reading.ok) continue;
		accepted++;
		const parsed = parsePhoneNumberFromString(reading.number);
		expect([written, parsed?.number, parsed?.isPossible()]).toEqual([
			written,
			reading.number,
			true,
		]);
	}
	expect(accepted).toBeGreaterThan(4_000);
});

test('what the library finds valid as written is never read as another number', () => {
	for (const [written, defaultCountry] of inventedNumbers(4_000)) {
		const reading = readPhoneNumber(written, defaultCountry);
		const parsed = parsePhoneNumberFromString(written, defaultCountry);
		if (reading.ok && parsed?.isValid())
			expect([written, defaultCountry, reading.number]).toEqual([
				written,
				defaultCountry,
				parsed.number,
			]);
	}
});

test('the facts about countries are those of the library in use', async () => {
	// Names come from Node, and differ from one version of it to the next.
	const withoutNames = (source: string) => source.replace(/name: '(?:[^'\\]|\\.)+'/g, 'name');
	const generator = new Worker(join(FOLDER, 'generate.mjs'), { argv: ['--print'], stdout: true });
	const generated = await text(generator.stdout);
	expect(withoutNames(readFileSync(join(FOLDER, 'countries.ts'), 'utf8'))).toBe(
		withoutNames(generated),
	);
});
