import type { WireLabel } from '../../../api/facts/wire';
import { ok, toShown } from '../check';
import type { Finding } from '../check';
import { checkLabels, isStatic } from './labels';
import type { Reading, Readings } from '../readings';

type Page = Extract<Reading<WireLabel>, { readonly ok: true }>;

const CHOOSE = "Choose the 'Label' from the list.";

const failed = (message: string, advice: string, name: string | null): Finding => ({
	result: 'failed',
	message,
	advice,
	details: { name },
});

const explainMissing = (id: string, { rows, hasMore }: Page): Finding => {
	if (rows.some(({ name }) => name === id))
		return failed(`"${toShown(id)}" is the name of a label, and its ID is needed`, CHOOSE, null);
	if (!hasMore)
		return failed(
			'This label is not a dynamic label of this account',
			`${CHOOSE} A static label, or a label of another account, cannot be shown.`,
			null,
		);
	return {
		result: 'warning',
		message: `This label is not among the first ${rows.length} labels, and there are more`,
		advice: "Look for it with Label → Get Many and 'Return All'.",
		details: { name: null },
	};
};

/** Checks whether a call can show the label that the user chose. */
export const checkLabel = (readings: Readings, id: string): Finding => {
	const { labels } = readings;
	if (!labels.ok) return checkLabels(readings);
	const label = labels.rows.find((each) => each.id === id);
	if (!label) return explainMissing(id, labels);
	const name = toShown(label.name);
	if (!isStatic(label)) return ok(`"${name}" is a dynamic label of this account`, { name });
	const message = `"${name}" is a static label, and a personalised call needs a dynamic one`;
	return failed(message, CHOOSE, name);
};
