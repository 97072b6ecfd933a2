/** ITU-T E.164: a number has at most this many digits, country code included, and never starts with 0. */
const MOST_DIGITS = 15;
/** [I] §9.5: the shortest number that any sample or rule lets through. */
const FEWEST_DIGITS = 8;

/** The digits of a phone number as part of a regular expression. */
export const PHONE_DIGITS = `[1-9]\\d{${FEWEST_DIGITS - 1},${MOST_DIGITS - 1}}`;
