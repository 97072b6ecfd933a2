import type { WireFeatureSets } from '../../api/facts/wire';
import type { Answer } from '../refusals';
import { passes } from '../rules/numbers/featureSets';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise } from './access';
import { PAGE_REFUSAL, countPages, cutPage, readPage } from './paging';
import { defineRoute } from './route';
import type { AccountRequest } from './route';

const answerFeatureSets = (request: AccountRequest, world: World): Answer => {
	const { featureSets, settings } = world;
	const access = authorise(request, world, 'numberManagement');
	if (!access.ok) return access.refusal;
	const read = readPage(request, settings.limits.featureSetsPerPage, settings);
	if (!read.ok) return read.refusal;
	const rows = featureSets
		.of(request.params.account, settings.featureSetCount)
		.filter((row) => passes(row, request.query));
	const pages = { total_page_count: countPages(rows.length, read.page) };
	const body: WireFeatureSets = {
		feature_sets: [...cutPage(rows, read.page, settings)],
		...(settings.featureSetsTellPages ? { pagination_information: pages } : {}),
	};
	return { status: 200, body };
};

/** [D3] number-management/feature-set-id */
export const featureSetsRoute = defineRoute({
	name: 'featureSets',
	method: 'GET',
	path: '/clients/{account}/number_management/feature_sets',
	purpose: 'Get the feature sets',
	refuses: [...ACCESS_REFUSALS, PAGE_REFUSAL],
	answer: answerFeatureSets,
});
