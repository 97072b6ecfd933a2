import { invalidInput } from '../refusals';
import type { Answer } from '../refusals';
import type { World } from '../world';
import { authorise } from './access';
import type { Call, Route } from './route';

/** [I] what is no whole number from 1 up is refused; [U] no largest `limit` is documented, so there is none. */
function readCount(given: unknown, otherwise: number): number | undefined {
	if (given === undefined) return otherwise;
	return typeof given === 'string' && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
}

function answerLabels(call: Call, world: World): Answer {
	const access = authorise(call, world, 'callPersonalisation');
	if (!access.ok) return access.refusal;
	// [D1][D2] §4.1: page from 1, 1000 rows by default. Other query names are ignored [I].
	const page = readCount(call.query.page, 1);
	if (page === undefined) return invalidInput('page must be an integer of 1 or more');
	const limit = readCount(call.query.limit, world.settings.limits.labelsPerPage);
	if (limit === undefined) return invalidInput('limit must be an integer of 1 or more');
	const labels = world.labels.of(call.clientAccountId, world.settings.labelCount);
	// [D1] a bare array, empty past the end [I]
	return { status: 200, body: labels.slice((page - 1) * limit, page * limit) };
}

/** [D1][D3][D4] call-personalisation/details-of-dynamic-label */
export const labelsRoute: Route = {
	name: 'labels',
	method: 'GET',
	path: '/clients/:clientAccountId/labels',
	answer: answerLabels,
};
