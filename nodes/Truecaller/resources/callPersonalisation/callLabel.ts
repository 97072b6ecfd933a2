import { isObject } from '../../api/reading/answer';
import type { Item } from '../../items/item';
import type { Fault } from '../../api/problems';
import { isLeftFixed, SWITCH_TO_EXPRESSION } from './texts/unfilledText';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LABEL = { field: 'label', name: 'Label' };

const EMPTY: Fault = {
	...LABEL,
	says: 'is empty',
	todo: "Choose a 'Label' from the list, or enter a 'Label Name'.",
};
const GIVES_NOTHING: Fault = {
	...LABEL,
	says: 'comes out empty for this item',
	todo: "Look at the field that 'Label' uses, or clear 'Label' to show only the 'Label Name'.",
};
const NO_TEXT: Fault = {
	...LABEL,
	says: 'is an object or a list',
	todo: "Map the ID of a single label to 'Label'.",
};
const LEFT_FIXED: Fault = {
	...LABEL,
	says: 'is an expression that n8n did not evaluate',
	todo: SWITCH_TO_EXPRESSION,
};
const NO_ID: Fault = {
	...LABEL,
	says: 'is not the ID of a label',
	todo: "Choose the 'Label' from the list; its ID looks like 255297eb-7f13-44f9-967a-f287ff0f5025.",
};

const within = (value: unknown): unknown =>
	isObject(value) && 'value' in value ? value.value : value;

const isExpression = (source: unknown): boolean => {
	const text = within(source);
	return typeof text === 'string' && text.startsWith('=');
};

/**
 * Returns the fault of the label. [I] A label or its name is required, or the phone has nothing to
 * show. An expression without a result is an error even beside a Label Name, because the user
 * wanted a label with its logo.
 */
const findLabelFault = (item: Item, labelId: string, labelName: string): Fault | undefined => {
	if (labelId !== '') {
		if (UUID.test(labelId)) return undefined;
		return isLeftFixed(labelId) ? LEFT_FIXED : NO_ID;
	}
	const given = within(item.parameter('label'));
	const isList = typeof given === 'object' && given !== null && Object.keys(given).length > 0;
	if (isList) return NO_TEXT;
	if (labelName === '') return EMPTY;
	return isExpression(item.source('label')) ? GIVES_NOTHING : undefined;
};

/** Returns the ID of the label, and its fault if there is one. */
export const readLabelId = (
	item: Item,
	labelName: string,
	checks: boolean,
): { readonly labelId: string; readonly faults: readonly Fault[] } => {
	const labelId = item.locator('label');
	const fault = checks ? findLabelFault(item, labelId, labelName) : undefined;
	return { labelId, faults: fault ? [fault] : [] };
};
