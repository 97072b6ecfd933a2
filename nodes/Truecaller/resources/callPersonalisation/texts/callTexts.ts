import type { Item } from '../../../items/item';
import { findNamedFields } from '../../../items/namedFields';
import { findLabelNameFaults, findReasonFaults } from './callReason';
import { cleanReason } from './cleanReason';
import type { Fault } from '../../../api/problems';
import { readHtml } from './htmlText';
import { adviseOnUnfilled, findUnfilled, tellUnfilled } from './unfilledText';

/** A text as it is sent, and its faults. */
type ReadText = { readonly text: string; readonly faults: readonly Fault[] };

const CALL_REASON = { field: 'callReason', name: 'Call Reason' } as const;
const LABEL_NAME = { field: 'labelName', name: 'Label Name' } as const;
type TextField = typeof CALL_REASON | typeof LABEL_NAME;

/** Refuses an object or list that was mapped by mistake. It would be sent as empty text. */
const refuseObject = ({ field, name }: TextField): ReadText => ({
	text: '',
	faults: [
		{
			field,
			name,
			says: 'is not a text',
			todo: `Map a single text to '${name}', not an object or a list.`,
		},
	],
});

/**
 * Refuses a text with an unfilled template or failed expression. Names the field to look at, if
 * known.
 */
const findUnfilledFault = (text: string, of: TextField, item: Item): Fault | undefined => {
	const unfilled = findUnfilled(text);
	if (!unfilled) return undefined;
	const source = item.source(of.field);
	const isFixed = typeof source !== 'string' || !source.startsWith('=');
	const fields = findNamedFields(source, item.json);
	return {
		...of,
		says: tellUnfilled(unfilled),
		todo: adviseOnUnfilled(unfilled, of.name, { isFixed, fields }),
	};
};

/** Trims a text and normalises it to Unicode NFC, so that each letter counts once. */
const toSent = (text: string): string => text.trim().normalize('NFC');

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

const readReason = (given: string, item: Item, checks: boolean): ReadText => {
	const cleans = item.option('cleanReason') === true;
	// Checked before cleaning, which would remove the braces of a template.
	const unfilled = checks
		? findUnfilledFault(cleans ? readHtml(given) : given, CALL_REASON, item)
		: undefined;
	if (unfilled) return { text: '', faults: [unfilled] };
	if (cleans) {
		const text = cleanReason(given) ?? '';
		return { text, faults: checks && text !== '' ? findReasonFaults(text, true) : [] };
	}
	if (!checks) return { text: given, faults: [] };
	const text = toSent(given);
	return { text, faults: text === '' ? [] : findReasonFaults(text) };
};

/** Returns Call Reason as it is sent, and its faults. */
export const readCallReason = (item: Item, checks: boolean): ReadText => {
	const given = item.parameter('callReason');
	if (isObject(given)) return refuseObject(CALL_REASON);
	return readReason(typeof given === 'string' ? given : item.text('callReason'), item, checks);
};

/** Returns Label Name as it is sent, and its faults. */
export const readLabelName = (item: Item, checks: boolean): ReadText => {
	if (isObject(item.parameter('labelName'))) return refuseObject(LABEL_NAME);
	const given = item.text('labelName');
	if (!checks || given === '') return { text: given, faults: [] };
	const unfilled = findUnfilledFault(given, LABEL_NAME, item);
	const text = toSent(given);
	return { text, faults: unfilled ? [unfilled] : findLabelNameFaults(text) };
};
