import type { WireFeatureSet, WireNumbers } from '../../nodes/Truecaller/api/facts/wire';
import type { Answer } from '../refusals';
import { passes } from '../rules/featureSets';
import { isShown, toNumberRow } from '../rules/numberRows';
import type { KnownNumber } from '../rules/numbers';
import { momentOf } from '../world';
import type { World } from '../world';
import { authorise } from './access';
import { countPages, cutPage, readPage } from './paging';
import type { Call, Route } from './route';

type Row = { readonly known: KnownNumber; readonly featureSet: WireFeatureSet };

const isWanted = (id: string, wanted: unknown): boolean =>
	wanted === undefined || wanted === '' || wanted === id;

/** The account's numbers that the query lets through, in the order they became known. */
function findRows({ clientAccountId, query }: Call, world: World): Row[] {
	const { settings } = world;
	const wanted = new Map(
		world.featureSets
			.of(clientAccountId, settings.featureSetCount)
			.filter((row) => isWanted(row.id, query.feature_set_id) && passes(row, query))
			.map((row) => [row.id, row]),
	);
	return world.numbers.all(momentOf(world)).flatMap((known) => {
		const featureSet = wanted.get(known.featureSetId);
		return featureSet && isShown(known, settings.listingRows) ? [{ known, featureSet }] : [];
	});
}

function answerNumbers(call: Call, world: World): Answer {
	const { labels, settings } = world;
	const access = authorise(call, world, 'numberManagement');
	if (!access.ok) return access.refusal;
	const read = readPage(call, settings.limits.numbersPerPage, settings);
	if (!read.ok) return read.refusal;
	const rows = findRows(call, world);
	const names = new Map(
		labels.of(call.clientAccountId, settings.labelCount).map(({ id, name }) => [id, name]),
	);
	const pages = { total_page_count: countPages(rows.length, read.page) };
	const body: WireNumbers = {
		numbers: cutPage(rows, read.page, settings).map(({ known, featureSet }) =>
			toNumberRow(known, featureSet, names.get(featureSet.label_id) ?? ''),
		),
		...(settings.numbersTellPages ? { pagination_information: pages } : {}),
	};
	return { status: 200, body };
}

/** [D4] path and query, [D3] answer: number-management/number-details */
export const numbersRoute: Route = {
	name: 'numbers',
	method: 'GET',
	path: '/clients/:clientAccountId/number_management/numbers',
	answer: answerNumbers,
};
