import { LIMITS } from '../../../api/facts/limits';
import type { Fault } from '../../../api/problems';
import { findInvisible } from './invisible';

const characters = (text: string): string[] => [...text];

/**
 * Returns true if a text is too short. How characters count is not documented: an emoji may count
 * as 1 or 2. So the shorter count must reach the minimum, and the longer one must stay within the
 * maximum.
 */
export const isTooShort = (text: string, minimum: number): boolean =>
	text.length < minimum || characters(text).length < minimum;
export const isTooLong = (text: string, maximum: number): boolean => text.length > maximum;

const count = (length: number): string => `${length} ${length === 1 ? 'character' : 'characters'}`;

const CALL_REASON = { field: 'callReason', name: 'Call Reason' } as const;
const LABEL_NAME = { field: 'labelName', name: 'Label Name' } as const;
const OR_CLEAN = "or switch on 'Clean Call Reason' under Options.";

const quote = (found: readonly string[]): string =>
	[...new Set(found)].map((character) => `"${character}"`).join(' ');

/** Returns true for a character that a call reason must not start or end with. */
export const isEdge = (character: string | undefined): boolean =>
	character !== undefined &&
	(/\s/.test(character) || LIMITS.callReasonNotAtEdge.includes(character));

type Bounds = { readonly minimum: number; readonly maximum: number };

const tellLength = (text: string, { minimum, maximum }: Bounds): string | undefined => {
	if (isTooShort(text, minimum))
		return `has ${count(characters(text).length)} and needs at least ${minimum}`;
	return isTooLong(text, maximum)
		? `has ${text.length} characters and may have ${maximum}`
		: undefined;
};

const tellInvisible = (text: string): string | undefined => {
	const found = findInvisible(text);
	return found.length === 0 ? undefined : `has characters that nobody sees: ${found.join(', ')}`;
};

const tellForbidden = (reason: string): string | undefined => {
	const forbidden = characters(reason).filter((character) =>
		LIMITS.callReasonForbidden.includes(character),
	);
	return forbidden.length === 0
		? undefined
		: `has characters that Truecaller does not allow: ${quote(forbidden)}`;
};

const tellEdges = (reason: string): string | undefined =>
	isEdge(reason.at(0)) || isEdge(reason.at(-1))
		? 'starts or ends with a space, full stop, comma or hyphen'
		: undefined;

const REASON_BOUNDS = { minimum: LIMITS.callReasonMinLength, maximum: LIMITS.callReasonMaxLength };

/** Matches most call reasons. They break no rule, so this saves time in long sheets. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9 .,:'?-]*[A-Za-z0-9]$/;

/**
 * Returns a fault for every rule of Truecaller's guidelines for call reasons ([F]
 * features/call-reason) that the text breaks. A cleaned text can only have signs that cleaning kept
 * because no word is sure to preserve the amount.
 */
export const findReasonFaults = (reason: string, isCleaned = false): Fault[] => {
	const { minimum, maximum } = REASON_BOUNDS;
	if (PLAIN.test(reason) && reason.length >= minimum && reason.length <= maximum) return [];
	const bounds = isTooShort(reason, minimum)
		? `Write a 'Call Reason' of ${minimum} to ${maximum} characters, or leave it empty.`
		: `Shorten 'Call Reason' to ${maximum} characters, ${OR_CLEAN}`;
	const forbidden = isCleaned
		? 'Write this amount in words: without the sign it would be another one.'
		: `Take them out of 'Call Reason', ${OR_CLEAN}`;
	const rules: ReadonlyArray<readonly [string | undefined, string]> = [
		[tellLength(reason, REASON_BOUNDS), bounds],
		[tellInvisible(reason), `Take them out of 'Call Reason', ${OR_CLEAN}`],
		[tellForbidden(reason), forbidden],
		[tellEdges(reason), `Let 'Call Reason' start and end with a letter or a digit, ${OR_CLEAN}`],
	];
	return rules.flatMap(([says, todo]) =>
		says === undefined ? [] : { ...CALL_REASON, says, todo },
	);
};

const LABEL_BOUNDS = { minimum: LIMITS.labelNameMinLength, maximum: LIMITS.labelNameMaxLength };

/** [D1–D4] dynamic_label_name: a rule for the length, none for visible characters. */
export const findLabelNameFaults = (name: string): Fault[] => {
	const { minimum, maximum } = LABEL_BOUNDS;
	const rules: ReadonlyArray<readonly [string | undefined, string]> = [
		[
			tellLength(name, LABEL_BOUNDS),
			`Write a 'Label Name' of ${minimum} to ${maximum} characters, or leave it empty to use the name of the label.`,
		],
		[tellInvisible(name), "Take them out of 'Label Name'."],
	];
	return rules.flatMap(([says, todo]) => (says === undefined ? [] : { ...LABEL_NAME, says, todo }));
};
