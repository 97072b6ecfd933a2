import { LIMITS } from '../../api/facts/limits';

/** The digits of a phone number as a part of a regular expression. The first digit is never 0. */
export const PHONE_DIGITS = `[1-9]\\d{${LIMITS.phoneDigitsMin - 1},${LIMITS.phoneDigitsMax - 1}}`;
