import type { ModelSettings } from '../settings/settings';
import { invalidInput } from '../refusals';
import type { Answer } from '../refusals';
import type { WireRequest } from './route';

/** An additional refusal of every list. */
export const PAGE_REFUSAL = '`page` or `limit` that is no whole number from 1 up';

export type Page = { readonly page: number; readonly limit: number };

/** [I] Refuses everything except a whole number from 1 up. */
const readCount = (given: unknown, otherwise: number): number | undefined => {
	if (given === undefined) return otherwise;
	return typeof given === 'string' && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
};

/**
 * [D1][D2] §4.1: labels count pages from 1; that the other lists do is [I]. Other query names are
 * ignored [I].
 */
export const readPage = (
	{ query }: WireRequest,
	otherwise: number,
	{ largestPage }: ModelSettings,
): { ok: true; page: Page } | { ok: false; refusal: Answer } => {
	const page = readCount(query.page, 1);
	if (page === undefined) {
		return { ok: false, refusal: invalidInput('page must be an integer of 1 or more') };
	}
	const limit = readCount(query.limit, otherwise);
	if (limit === undefined) {
		return { ok: false, refusal: invalidInput('limit must be an integer of 1 or more') };
	}
	return { ok: true, page: { page, limit: Math.min(limit, largestPage ?? limit) } };
};

export const countPages = (rows: number, { limit }: Page): number => Math.ceil(rows / limit);

/** Returns the rows of a page. [U] §10.9: after the last page it is empty, unless set otherwise. */
export const cutPage = <T>(
	rows: readonly T[],
	{ page, limit }: Page,
	{ pastLastPage }: ModelSettings,
): readonly T[] => {
	const last = Math.max(1, countPages(rows.length, { page, limit }));
	const shown = {
		empty: page,
		repeatsLast: Math.min(page, last),
		startsOver: ((page - 1) % last) + 1,
	}[pastLastPage];
	return rows.slice((shown - 1) * limit, shown * limit);
};
