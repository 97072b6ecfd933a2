import type { WireFeatureSet, WireNumbers } from '../../api/facts/wire';
import type { Answer } from '../refusals';
import { passes } from '../rules/numbers/featureSets';
import { isShown, toNumberRow } from '../rules/numbers/numberRows';
import type { KnownNumber } from '../rules/numbers/numbers';
import { momentOf } from '../world';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise } from './access';
import { PAGE_REFUSAL, countPages, cutPage, readPage } from './paging';
import { defineRoute } from './route';
import type { AccountRequest } from './route';

type ListedRow = { readonly known: KnownNumber; readonly featureSet: WireFeatureSet };

const isWanted = (id: string, wanted: unknown): boolean =>
	wanted === undefined || wanted === '' || wanted === id;

/** Returns the account's numbers that match the query, in the order they became known. */
const findRows = ({ params, query }: AccountRequest, world: World): ListedRow[] => {
	const { settings } = world;
	const wanted = new Map(
		world.featureSets
			.of(params.account, settings.featureSetCount)
			.filter((row) => isWanted(row.id, query.feature_set_id) && passes(row, query))
			.map((row) => [row.id, row]),
	);
	return world.numbers.all(momentOf(world)).flatMap((known) => {
		const featureSet = wanted.get(known.featureSetId);
		return featureSet && isShown(known, settings.listingRows) ? [{ known, featureSet }] : [];
	});
};

const answerNumbers = (request: AccountRequest, world: World): Answer => {
	const { labels, settings } = world;
	const access = authorise(request, world, 'numberManagement');
	if (!access.ok) return access.refusal;
	const read = readPage(request, settings.limits.numbersPerPage, settings);
	if (!read.ok) return read.refusal;
	const rows = findRows(request, world);
	const names = new Map(
		labels.of(request.params.account, settings.labelCount).map(({ id, name }) => [id, name]),
	);
	const pages = { total_page_count: countPages(rows.length, read.page) };
	const body: WireNumbers = {
		numbers: cutPage(rows, read.page, settings).map(({ known, featureSet }) =>
			toNumberRow(known, featureSet, names.get(featureSet.label_id) ?? ''),
		),
		...(settings.numbersTellPages ? { pagination_information: pages } : {}),
	};
	return { status: 200, body };
};

/** [D4] path and query, [D3] answer: number-management/number-details */
export const numbersRoute = defineRoute({
	name: 'numbers',
	method: 'GET',
	path: '/clients/{account}/number_management/numbers',
	purpose: 'Get the numbers',
	refuses: [...ACCESS_REFUSALS, PAGE_REFUSAL],
	answer: answerNumbers,
});
