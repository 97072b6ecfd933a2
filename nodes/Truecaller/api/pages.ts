import type { IDataObject } from 'n8n-workflow';

import { isObject, readUnfit } from './reading/answer';
import type { Endpoint } from './facts/endpoints';
import { explainFailure } from './problems';
import type { Read } from './problems';
import type { Api } from './request';

/**
 * A list that comes in pages. `rowsKey` names the array in the answer; `pageSize` is the size to
 * ask for.
 */
export type PagedList = {
	readonly endpoint: Endpoint;
	readonly rowsKey: string;
	readonly query: IDataObject;
	readonly pageSize: number;
	/** Time limit for one page, if a user is waiting for it. */
	readonly timeLimitMs?: number;
};

/** One page: its rows, and whether another may follow. */
export type Page = { readonly rows: readonly IDataObject[]; readonly mayGoOn: boolean };

const isRow = (row: unknown): row is IDataObject => isObject(row);

/** Returns the number of pages if the answer tells it. It is not documented which lists do. */
const pageCountOf = (body: Record<string, unknown>): number | undefined => {
	const information = body.pagination_information;
	const count = isObject(information) ? Number(information.total_page_count) : NaN;
	return Number.isInteger(count) ? count : undefined;
};

/** Reads one page; the first is 1. [I]: documented for labels only. */
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
 * Reads up to `limit` rows. Reading ends where Truecaller says so, or at a page that is empty,
 * shorter than the first, or the same as an earlier one: a server without paging sends the same
 * rows again and again.
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
