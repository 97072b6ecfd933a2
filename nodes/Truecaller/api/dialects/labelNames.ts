import { listLabels } from '../labels';
import type { Api } from '../request';
import type { Memory } from './memory';

/**
 * Looks up the names of labels for an account that wants the name beside the ID: one request for
 * all labels, and each label once per process. Returns false if none of the needed names is known
 * afterwards.
 */
export const lookUpNames = async (
	send: Api['send'],
	labelIds: readonly string[],
	{ labelNames }: Memory,
): Promise<boolean> => {
	const unknown = labelIds.filter((id) => !labelNames.has(id));
	if (unknown.length > 0) {
		for (const id of unknown) labelNames.set(id, null);
		const labels = await listLabels({ send }, Infinity);
		for (const { id, name } of labels.ok ? labels.value : []) labelNames.set(id, name);
		// The look-up failed, so the next request looks these names up again.
		if (!labels.ok) for (const id of unknown) labelNames.delete(id);
	}
	return labelIds.some((id) => typeof labelNames.get(id) === 'string');
};
