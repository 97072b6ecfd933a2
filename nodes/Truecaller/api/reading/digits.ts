/** Returns the digits of a phone number as Truecaller may write it: with or without `+`, as text or as a number. */
export const digitsOf = (number: unknown): string => String(number ?? '').replace(/\D/g, '');
