import { LIMITS } from '../../api/facts/limits';
import type { Fault } from './fault';

const characters = (text: string): string[] => [...text];

/** Which characters count is not documented: emoji are two for one and one for another. So the shorter
 * count must reach the minimum and the longer one must stay below the maximum. */
const isTooShort = (text: string, minimum: number): boolean => characters(text).length < minimum;
const isTooLong = (text: string, maximum: number): boolean => text.length > maximum;

const count = (length: number): string => `${length} ${length === 1 ? 'character' : 'characters'}`;

const FIELD = { field: 'callReason', name: 'Call Reason' } as const;

const quote = (found: readonly string[]): string =>
	[...new Set(found)].map((character) => `"${character}"`).join(' ');

const isEdge = (character: string | undefined): boolean =>
	character !== undefined &&
	(/\s/.test(character) || LIMITS.callReasonNotAtEdge.includes(character));

/** Every rule of the vendor's guidelines for call reasons ([F] features/call-reason) that the text breaks. */
export const findReasonFaults = (reason: string): Fault[] => {
	const faults: Fault[] = [];
	const add = (says: string, fix: string) => faults.push({ ...FIELD, says, fix });
	const { callReasonMinLength: minimum, callReasonMaxLength: maximum } = LIMITS;
	if (isTooShort(reason, minimum)) {
		add(
			`has ${count(characters(reason).length)} and needs at least ${minimum}`,
			`Write a Call Reason of ${minimum} to ${maximum} characters, or leave it empty.`,
		);
	}
	if (isTooLong(reason, maximum)) {
		add(
			`has ${reason.length} characters and may have ${maximum}`,
			`Shorten Call Reason to ${maximum} characters, or switch on Clean Call Reason under Options.`,
		);
	}
	const forbidden = characters(reason).filter((character) =>
		LIMITS.callReasonForbidden.includes(character),
	);
	if (forbidden.length > 0) {
		add(
			`has characters that Truecaller does not allow: ${quote(forbidden)}`,
			'Take them out of Call Reason, or switch on Clean Call Reason under Options.',
		);
	}
	if (isEdge(reason.at(0)) || isEdge(reason.at(-1))) {
		add(
			'starts or ends with a space, full stop, comma or hyphen',
			'Let Call Reason start and end with a letter or a digit, or switch on Clean Call Reason under Options.',
		);
	}
	return faults;
};

/** [D1–D4] dynamic_label_name: a length, and no rule about characters. */
export const findLabelNameFaults = (name: string): Fault[] => {
	const { labelNameMinLength: minimum, labelNameMaxLength: maximum } = LIMITS;
	const fix = `Write a Label Name of ${minimum} to ${maximum} characters, or leave it empty to use the name of the label.`;
	if (isTooShort(name, minimum))
		return [
			{
				field: 'labelName',
				name: 'Label Name',
				says: `has ${count(characters(name).length)} and needs at least ${minimum}`,
				fix,
			},
		];
	if (isTooLong(name, maximum))
		return [
			{
				field: 'labelName',
				name: 'Label Name',
				says: `has ${name.length} characters and may have ${maximum}`,
				fix,
			},
		];
	return [];
};

const trimEdges = (text: string): string => {
	let from = 0;
	let to = text.length;
	while (from < to && isEdge(text[from])) from++;
	while (to > from && isEdge(text[to - 1])) to--;
	return text.slice(from, to);
};

/** Cuts at the last space that leaves most of the text, else at the last whole character. */
const shorten = (text: string, maximum: number): string => {
	if (!isTooLong(text, maximum)) return text;
	let whole = '';
	for (const character of text) {
		if (whole.length + character.length > maximum) break;
		whole += character;
	}
	const space = text.startsWith(`${whole} `) ? whole.length : whole.lastIndexOf(' ');
	return space > maximum / 2 ? whole.slice(0, space) : whole;
};

/**
 * Repairs a call reason: `&` and `+` between words become "and", `/` and `_` a space, every other forbidden character goes, white
 * space is evened out, the edges are trimmed, and what is too long is cut at a word. Where fewer than ten
 * characters are left there is nothing to show, and the call goes out without a reason (undefined).
 */
export const cleanReason = (reason: string): string | undefined => {
	const spoken = reason
		.replace(/(?<=[^\s&+])\s*[&+]\s*(?=[^\s&+])/g, ' and ')
		.replace(/[/_]/g, ' ');
	const allowed = characters(spoken)
		.filter((character) => !LIMITS.callReasonForbidden.includes(character))
		.join('');
	const even = trimEdges(allowed.replace(/\s+/g, ' '));
	const clean = trimEdges(shorten(even, LIMITS.callReasonMaxLength));
	return isTooShort(clean, LIMITS.callReasonMinLength) ? undefined : clean;
};
