import type { IDataObject } from 'n8n-workflow';

import { ENDPOINTS } from '../../api/facts/endpoints';
import { LIMITS } from '../../api/facts/limits';
import type { WireLabel } from '../../api/facts/wire';
import { listLabels } from '../../api/labels';
import { readPage } from '../../api/pages';
import type { PagedList } from '../../api/pages';
import type { Problem } from '../../api/problems';
import { isObject, readUnfit } from '../../api/reading/answer';
import type { Failure } from '../../api/reading/answer';
import type { Observed } from './facts/observe';

/** The first page of a list, or why it could not be read. */
export type Reading<Row> =
	| { readonly ok: true; readonly rows: readonly Row[]; readonly hasMore: boolean }
	| { readonly ok: false; readonly failure: Failure; readonly problem: Problem };

/**
 * Everything that the checks look at. A list is undefined if it was not requested because of an
 * earlier failure.
 */
export type Readings = {
	readonly labels: Reading<WireLabel>;
	readonly featureSets?: Reading<IDataObject>;
	readonly numbers?: Reading<IDataObject>;
};

const FEATURE_SETS: PagedList = {
	endpoint: ENDPOINTS.getFeatureSets,
	rowsKey: 'feature_sets',
	query: {},
	pageSize: LIMITS.rowsPerPage,
};
const NUMBERS: PagedList = {
	endpoint: ENDPOINTS.getNumbers,
	rowsKey: 'numbers',
	query: {},
	pageSize: LIMITS.rowsPerPage,
};

/**
 * Returns true for a failure of the credential or the connection, which every other request would
 * share.
 */
export const isOfLogin = ({ kind, status, slug }: Failure): boolean =>
	kind === 'login' ||
	kind === 'notSent' ||
	kind === 'setUp' ||
	kind === 'cancelled' ||
	status === 401 ||
	slug === 'authorization-error';

/** Returns true if the key is valid but may not use the feature. */
export const isForbidden = ({ status, slug }: Failure): boolean =>
	status === 403 || slug === 'forbidden-error';

const failed = ({ requests }: Observed, problem: Problem): Reading<never> => {
	const reply = requests.at(-1)?.reply;
	if (!reply) return { ok: false, failure: { kind: 'noAnswer' }, problem };
	const failure = reply.ok ? readUnfit(reply.body) : reply.failure;
	return { ok: false, failure, problem };
};

const readLabels = async (observed: Observed): Promise<Reading<WireLabel>> => {
	// Reading ends with a full page of this size, so this is one request.
	const labels = await listLabels(observed.api, LIMITS.labelsPerPage);
	if (!labels.ok) return failed(observed, labels.problem);
	return { ok: true, rows: labels.value, hasMore: labels.value.length >= LIMITS.labelsPerPage };
};

const readFirstPage = async (
	observed: Observed,
	list: PagedList,
): Promise<Reading<IDataObject>> => {
	const page = await readPage(observed.api, list, 1);
	if (!page.ok) return failed(observed, page.problem);
	const { rows, mayGoOn } = page.value;
	const reply = observed.requests.at(-1)?.reply;
	const tellsPages = reply?.ok && isObject(reply.body) && 'pagination_information' in reply.body;
	const isFull = rows.length >= list.pageSize;
	return { ok: true, rows, hasMore: mayGoOn && (tellsPages === true || isFull) };
};

/**
 * Sends one request for each list, except requests that cannot succeed. Changes nothing at
 * Truecaller.
 */
export const readAccount = async (observed: Observed): Promise<Readings> => {
	const labels = await readLabels(observed);
	if (!labels.ok && isOfLogin(labels.failure)) return { labels };
	const featureSets = await readFirstPage(observed, FEATURE_SETS);
	if (!featureSets.ok && (isForbidden(featureSets.failure) || isOfLogin(featureSets.failure)))
		return { labels, featureSets };
	return { labels, featureSets, numbers: await readFirstPage(observed, NUMBERS) };
};
