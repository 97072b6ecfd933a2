import type { IDataObject } from 'n8n-workflow';

import { isObject, readUnfit } from './reading/answer';
import type { Endpoint } from './facts/endpoints';
import { explainFailure } from './problems';
import type { Read } from './problems';
import type { Api } from './request';

/** A list that comes in pages. `rowsKey` names the array in the answer, `pageSize` is what we ask for. */
export type PagedList = {
	readonly endpoint: Endpoint;
	readonly rowsKey: string;
	readonly query: IDataObject;
	readonly pageSize: number;
	/** How long one page may take, where somebody waits for it. */
	readonly timeLimitMs?: number;
};

/** One page: its rows, and whether there may be another. */
export type Page = { readonly rows: readonly IDataObject[]; readonly mayGoOn: boolean };

const isRow = (row: unknown): row is IDataObject => isObject(row);

/** How many pages there are, where Truecaller says so: not all lists do, and no page tells which. */
const pageCountOf = (body: Record<string, unknown>): number | undefined => {
	const information = body.pagination_information;
	const count = isObject(information) ? Number(information.total_page_count) : NaN;
	return Number.isInteger(count) ? count : undefined;
};

/** Asks for one page, counted from 1 ([I]: labels are documented so, the others not at all). */
export const readPage = async (api: Api, list: PagedList, page: number): Promise<Read<Page>> => {
	const query = { ...list.query, page, limit: list.pageSize };
	const reply = await api.send(list.endpoint, {
		query,
		...(list.timeLimitMs === undefined ? {} : { timeLimitMs: list.timeLimitMs }),
	});
	if (!reply.ok) return { ok: false, problem: explainFailure(reply.failure) };
	const rows = isObject(reply.body) ? reply.body[list.rowsKey] : undefined;
	if (!isObject(reply.body) || !Array.isArray(rows) || !rows.every(isRow))
		return { ok: false, problem: explainFailure(readUnfit(reply.body)) };
	const pageCount = pageCountOf(reply.body);
	const mayGoOn = rows.length > 0 && (pageCount === undefined || page < pageCount);
	return { ok: true, value: { rows, mayGoOn } };
};

/**
 * Reads up to `limit` rows. The end of a list is where Truecaller says so, an empty page, a page shorter
 * than the first, or one that was there before: a server that knows no pages sends the same for ever.
 */
export const readPages = async (
	api: Api,
	list: PagedList,
	limit: number,
): Promise<Read<IDataObject[]>> => {
	const rows: IDataObject[] = [];
	const seen = new Set<string>();
	let firstLength = 0;
	for (let page = 1; ; page++) {
		const read = await readPage(api, list, page);
		if (!read.ok) return read;
		const content = JSON.stringify(read.value.rows);
		if (seen.has(content)) return { ok: true, value: rows };
		seen.add(content);
		rows.push(...read.value.rows);
		firstLength ||= read.value.rows.length;
		const isLast = !read.value.mayGoOn || read.value.rows.length < firstLength;
		if (isLast || rows.length >= limit) return { ok: true, value: rows.slice(0, limit) };
	}
};
