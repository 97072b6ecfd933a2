import type { Answer } from '../refusals';
import type { World } from '../world';
import { ACCESS_REFUSALS, authorise } from './access';
import { PAGE_REFUSAL, cutPage, readPage } from './paging';
import { defineRoute } from './route';
import type { AccountRequest } from './route';

const answerLabels = (request: AccountRequest, world: World): Answer => {
	const access = authorise(request, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1][D2] §4.1: 1000 rows by default.
	const read = readPage(request, world.settings.limits.labelsPerPage, world.settings);
	if (!read.ok) return read.refusal;
	const labels = world.labels.of(request.params.account, world.settings.labelCount);
	// [D1] A bare array, empty after the last page [I].
	return { status: 200, body: cutPage(labels, read.page, world.settings) };
};

/** [D1][D3][D4] call-personalisation/details-of-dynamic-label */
export const labelsRoute = defineRoute({
	name: 'labels',
	method: 'GET',
	path: '/clients/{account}/labels',
	purpose: 'Get the labels',
	refuses: [...ACCESS_REFUSALS, PAGE_REFUSAL],
	answer: answerLabels,
});
