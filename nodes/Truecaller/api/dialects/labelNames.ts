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
	{ labelNames, lookUps }: Memory,
): Promise<boolean> => {
	const unknown = labelIds.filter((id) => !labelNames.has(id) && !lookUps.has(id));
	const lookUp = async (): Promise<void> => {
		const labels = await listLabels({ send }, Infinity);
		for (const { id, name } of labels.ok ? labels.value : []) labelNames.set(id, name);
	};
	const asked = unknown.length > 0 ? lookUp() : undefined;
	if (asked) for (const id of unknown) lookUps.set(id, asked);
	// Requests that start together wait for the same answer.
	await Promise.all(labelIds.map(async (id) => await lookUps.get(id)));
	return labelIds.some((id) => labelNames.has(id));
};
