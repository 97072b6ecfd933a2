import { readAsWritten } from '../../phone/asWritten';
import { isPlausibleWithCode } from '../../phone/numberingPlan';
import { readPhoneNumber } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import { readText } from './fieldReader';
import type { ReadValue } from './fieldReader';

/** Texts that stand for a missing number: "Phone Number Not Available" [F], and those of CRMs. */
const NO_NUMBER =
	/^(-+|none|null|undefined|nil|anonymous|private|withheld|hidden|.*\b(not (available|known|shared|provided)|unavailable|unknown))$/i;

/** Reads digits that carry no +. Truecaller sends them with their country code, other senders may not. */
const readDigits = (digits: string, country: string): E164 | undefined => {
	const withCode = readPhoneNumber(`+${digits}`);
	const atHome = country === '' ? undefined : readPhoneNumber(digits, country);
	if (!atHome?.ok) return withCode.ok ? withCode.number : undefined;
	const isAmbiguous =
		withCode.ok && withCode.number !== atHome.number && isPlausibleWithCode(digits);
	return isAmbiguous ? undefined : atHome.number;
};

/**
 * Returns a reader of phone numbers. It does not read ambiguous digits: a number of the default country that is also a
 * number of another country with its country code. They stay in `extra`.
 */
export const numberReader =
	(country: string): ReadValue<E164> =>
	(value) => {
		const text = readText(value)?.trim();
		if (text === undefined) return undefined;
		if (NO_NUMBER.test(text)) return null;
		const written = readAsWritten(text);
		if (!written.ok) return undefined;
		const { digits } = written;
		if (/^\d/.test(digits) && !digits.startsWith('00')) return readDigits(digits, country);
		const reading = readPhoneNumber(digits.replace(/^00/, '+'));
		return reading.ok ? reading.number : undefined;
	};
