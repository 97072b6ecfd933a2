import { readAsWritten } from '../phone/asWritten';
import { digitsOf } from '../phone/digits';
import { readPhoneNumber, toNational } from '../phone/phoneNumber';

/** Fewest digits that identify a business number without its country code. */
const ENOUGH_DIGITS = 7;

const writtenDigitsOf = (text: string): string => {
	const written = readAsWritten(text);
	return written.ok ? digitsOf(written.digits) : '';
};

/** Returns whether an entry of a user, perhaps without a country code, is the number of an event, which has one. */
const isSameNumber = (entry: string, digits: string): boolean => {
	const reading = readPhoneNumber(entry);
	const number = readPhoneNumber(`+${digits}`);
	if (reading.ok && number.ok) return reading.number === number.number;
	const written = writtenDigitsOf(entry);
	if (number.ok && written === toNational(number.number)) return true;
	const significant = written.replace(/^0+/, '');
	return significant.length >= ENOUGH_DIGITS && digits.endsWith(significant);
};

/** Returns whether a number of an event is one of those that a user wrote, in any form. */
export const isOneOfNumbers = (number: string, entries: readonly string[]): boolean => {
	const digits = writtenDigitsOf(number);
	return entries.some((entry) => isSameNumber(entry, digits));
};
