import type { WireFeatureSets } from '../../nodes/Truecaller/api/facts/wire';
import type { Answer } from '../refusals';
import { passes } from '../rules/featureSets';
import type { World } from '../world';
import { authorise } from './access';
import { countPages, cutPage, readPage } from './paging';
import type { Call, Route } from './route';

function answerFeatureSets(call: Call, world: World): Answer {
	const { featureSets, settings } = world;
	const access = authorise(call, world, 'numberManagement');
	if (!access.ok) return access.refusal;
	const read = readPage(call, settings.limits.featureSetsPerPage, settings);
	if (!read.ok) return read.refusal;
	const rows = featureSets
		.of(call.clientAccountId, settings.featureSetCount)
		.filter((row) => passes(row, call.query));
	const pages = { total_page_count: countPages(rows.length, read.page) };
	const body: WireFeatureSets = {
		feature_sets: [...cutPage(rows, read.page, settings)],
		...(settings.featureSetsTellPages ? { pagination_information: pages } : {}),
	};
	return { status: 200, body };
}

/** [D3] number-management/feature-set-id */
export const featureSetsRoute: Route = {
	name: 'featureSets',
	method: 'GET',
	path: '/clients/:clientAccountId/number_management/feature_sets',
	answer: answerFeatureSets,
};
