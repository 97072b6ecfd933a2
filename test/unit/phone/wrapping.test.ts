import fc from 'fast-check';
import {
	getExampleNumber,
	parsePhoneNumberFromString,
	type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import metadata from 'libphonenumber-js/metadata.max.json';

import { readPhoneNumber } from '../../../nodes/Truecaller/phone/phoneNumber';

const ISO_CODES = Object.keys(metadata.countries) as CountryCode[];

type Wrap = (number: string) => unknown;

/** What may stand around a number, however it is written. */
const WRAPS: readonly Wrap[] = [
	(number) => `p:${number}`,
	(number) => `tel:${number}`,
	(number) => `whatsapp:${number}`,
	(number) => `sms:${number}?body=Order%2012`,
	(number) => `callto:${number}`,
	(number) => `sip:${number}@host1.example`,
	(number) => `="${number}"`,
	(number) => `'${number}`,
	(number) => `"${number}"`,
	(number) => `“${number}”`,
	(number) => `["${number}"]`,
	(number) => `<${number}>`,
	(number) => `${number},`,
	(number) => [number],
	(number) => [[number], null],
	(number) => `Mobile: ${number}`,
	(number) => `Ph:- ${number}`,
	(number) => `Tel. ${number}`,
	(number) => `M ${number}`,
	(number) => `${number} (WhatsApp)`,
	(number) => `${number} mobile`,
	(number) => `मोबाइल: ${number}`,
	(number) => `电话：${number}`,
	(number) => `📱 ${number}`,
];

/** What carries the country code, and so holds the digits of +91 98765 43210. */
const LINKS: ReadonlyArray<(digits: string) => string> = [
	(digits) => `https://wa.me/${digits}?text=Order%2012`,
	(digits) => `https://api.whatsapp.com/send?phone=%2B${digits}&text=12`,
	(digits) => `viber://chat?number=${digits}`,
	(digits) => `https://t.me/+${digits}`,
	(digits) => `tg://resolve?phone=${digits}`,
	(digits) => `${digits}@c.us`,
	(digits) => `${digits}:7@s.whatsapp.net`,
];

/** The example of a country with other last digits, in a form that people write. */
const scene = fc
	.tuple(
		fc.constantFrom(...ISO_CODES),
		fc.integer({ min: 1, max: 4 }),
		fc.stringMatching(/^\d{4}$/),
	)
	.map(([iso, changed, random]) => {
		const example = getExampleNumber(iso, examples);
		if (!example) throw new Error(`libphonenumber-js has no example for ${iso}`);
		const kept = example.number.slice(0, -changed);
		return { iso, number: parsePhoneNumberFromString(`${kept}${random.slice(0, changed)}`) };
	})
	.filter(({ number }) => number?.isValid() === true);

it('What stands around a number never changes what is read', () => {
	const wraps = fc.array(fc.constantFrom(...WRAPS.slice(6, 13)), { maxLength: 1 });
	fc.assert(
		fc.property(scene, wraps, fc.constantFrom(...WRAPS), ({ iso, number }, inner, wrap) => {
			for (const form of [
				number?.number ?? '',
				number?.formatInternational() ?? '',
				number?.formatNational() ?? '',
			]) {
				const within = String(inner[0]?.(form) ?? form);
				expect([wrap(within), iso, readPhoneNumber(wrap(within), iso)]).toEqual([
					wrap(within),
					iso,
					readPhoneNumber(form, iso),
				]);
			}
		}),
		{ numRuns: 1_000 },
	);
});

it('A link or an ID that carries the country code is read as the number with +', () => {
	fc.assert(
		fc.property(scene, fc.constantFrom(...LINKS), ({ iso, number }, link) => {
			const text = link(number?.number.slice(1) ?? '');
			expect([text, readPhoneNumber(text, iso)]).toEqual([
				text,
				readPhoneNumber(number?.number, iso),
			]);
		}),
		{ numRuns: 500 },
	);
});

/** Digits or a minus beside a number that are no part of it. */
const BESIDE: ReadonlyArray<(number: string) => string> = [
	...['.0', '.00', ',0', '.5', '/5', '/56', ' / 7', '(5)', ' (5)', ' (12)', ' 5', ' x5', '-'],
].map((tail) => (number: string) => `${number}${tail}`);
const BEFORE = ['7. ', '12. ', '7.', '3) ', '(4) ', '5/', '-', '#3 ', '2: '].map(
	(head) => (number: string) => `${head}${number}`,
);

it('Digits beside a number of any country are never read as a part of it', () => {
	fc.assert(
		fc.property(scene, fc.constantFrom(...BESIDE, ...BEFORE), ({ iso, number }, add) => {
			const forms = [
				number?.number ?? '',
				number?.formatInternational() ?? '',
				number?.formatNational() ?? '',
			];
			for (const text of forms.map(add)) {
				const reading = readPhoneNumber(text, iso);
				if (reading.ok) expect([text, iso, reading.number]).toEqual([text, iso, number?.number]);
			}
		}),
		{ numRuns: 3_000 },
	);
});

it('A country code that stands twice is never read as the beginning of another number', () => {
	fc.assert(
		fc.property(scene, fc.constantFrom(' ', '-', ' +', '+', ''), ({ iso, number }, gap) => {
			const code = number?.countryCallingCode ?? '';
			const text = `+${code}${gap}${code} ${number?.nationalNumber}`;
			// +49 4915… may be a number in Emden: where the whole is valid and undivided, it is what it says.
			if (gap === '' && parsePhoneNumberFromString(text)?.isValid()) return;
			const reading = readPhoneNumber(text, iso);
			if (reading.ok) expect([text, reading.number]).toEqual([text, number?.number]);
		}),
		{ numRuns: 1_500 },
	);
});
