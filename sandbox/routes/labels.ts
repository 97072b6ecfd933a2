import type { Answer } from '../refusals';
import type { World } from '../world';
import { authorise } from './access';
import { cutPage, readPage } from './paging';
import type { Call, Route } from './route';

function answerLabels(call: Call, world: World): Answer {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1][D2] §4.1: 1000 rows by default.
	const read = readPage(call, world.settings.limits.labelsPerPage, world.settings);
	if (!read.ok) return read.refusal;
	const labels = world.labels.of(call.clientAccountId, world.settings.labelCount);
	// [D1] a bare array, empty past the end [I]
	return { status: 200, body: cutPage(labels, read.page, world.settings) };
}

/** [D1][D3][D4] call-personalisation/details-of-dynamic-label */
export const labelsRoute: Route = {
	name: 'labels',
	method: 'GET',
	path: '/clients/:clientAccountId/labels',
	answer: answerLabels,
};
