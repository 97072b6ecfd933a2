import { ok, skipped, toShown } from './check';
import type { Finding } from './check';
import { isStatic } from './labels';
import type { Readings } from './readings';

const CHOOSE = 'Choose the Label from the list.';

/** Tells whether a call can show the label that was asked for. */
export const checkLabel = ({ labels }: Readings, id: string): Finding => {
	if (!labels.ok) return skipped('labels');
	const label = labels.rows.find((each) => each.id === id);
	const name = toShown(label?.name);
	const details = { name };
	if (label && isStatic(label))
		return {
			result: 'failed',
			message: `"${name}" is a static label, and a personalised call needs a dynamic one`,
			advice: CHOOSE,
			details,
		};
	if (label) return ok(`"${name}" is a dynamic label of this account`, details);
	if (labels.rows.some((each) => each.name === id))
		return {
			result: 'failed',
			message: `"${toShown(id)}" is the name of a label, and its ID is needed`,
			advice: CHOOSE,
		};
	if (labels.hasMore)
		return {
			result: 'warning',
			message: `This label is not among the first ${labels.rows.length} labels, and there are more`,
			advice: 'Look for it with Label → Get Many and Return All.',
			details,
		};
	return {
		result: 'failed',
		message: 'This label is not a dynamic label of this account',
		advice: `${CHOOSE} A static label, or a label of another account, cannot be shown.`,
		details,
	};
};
