import { LIMITS } from '../../api/facts/limits';

/** The digits of a phone number, which never starts with 0, as part of a regular expression. */
export const PHONE_DIGITS = `[1-9]\\d{${LIMITS.phoneDigitsMin - 1},${LIMITS.phoneDigitsMax - 1}}`;
