import { isObject, readUnfit } from './reading/answer';
import { ENDPOINTS } from './facts/endpoints';
import { LIMITS } from './facts/limits';
import { explainFailure } from './problems';
import type { Read } from './problems';
import type { Api } from './request';
import type { WireLabel } from './facts/wire';

const isLabel = (row: unknown): row is WireLabel =>
	isObject(row) && typeof row.id === 'string' && typeof row.name === 'string';

/**
 * Reads up to `limit` dynamic labels. Older pages of the documentation describe paging here, the
 * newest do not (docs/api-notes.md, C20). So the first request asks for no page. Reading ends with
 * the first page that is not full or repeats known labels.
 */
export const listLabels = async (
	api: Pick<Api, 'send'>,
	limit: number,
): Promise<Read<WireLabel[]>> => {
	const labels = new Map<string, WireLabel>();
	for (let page = 1; ; page++) {
		const query = page === 1 ? undefined : { page, limit: LIMITS.labelsPerPage };
		const reply = await api.send(ENDPOINTS.getLabels, { query });
		if (!reply.ok) return { ok: false, problem: explainFailure(reply.failure) };
		const rows: unknown[] = Array.isArray(reply.body) ? reply.body : [];
		const readable = rows.filter(isLabel);
		const isUnfit = !Array.isArray(reply.body) || (rows.length > 0 && readable.length === 0);
		if (isUnfit) return { ok: false, problem: explainFailure(readUnfit(reply.body)) };
		const found = labels.size;
		for (const label of readable) if (!labels.has(label.id)) labels.set(label.id, label);
		const isLast = rows.length !== LIMITS.labelsPerPage || labels.size === found;
		if (isLast || labels.size >= limit)
			return { ok: true, value: [...labels.values()].slice(0, limit) };
	}
};
