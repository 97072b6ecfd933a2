import type { FastifyInstance } from 'fastify';

import { addPage } from '../page/serve';
import { routeNames } from '../../nodes/Truecaller/simulation/routes/routes';
import type { Sources } from '../stream/listener';
import { addStream } from '../stream/stream';
import type { Look } from '../stream/hello';
import type { SandboxWorld } from '../world';
import { clockStep } from '../control/control';
import type { ClockReading, SandboxControl } from '../control/control';
import { parseBody } from './controlRoute';
import type { ControlRoute } from './controlRoute';
import { refuseForeignPages } from './foreignPages';
import { assertInterruption } from '../memory/interruptions';
import { assertNumbersSeed } from '../control/numbers';
import type { NumberSeen } from '../control/numbers';
import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';
import { oneOf, plainError, requireFields } from '../requirements';
import { assertSettingsChange } from '../settings/settings';
import type { Settings } from '../settings/settings';
import { webhookRoutes } from './webhookRoutes';

function readRouteName(query: unknown): string | undefined {
	requireFields('the query', query, { route: oneOf(...routeNames) });
	return isObject(query) && typeof query.route === 'string' ? query.route : undefined;
}

function moveClock(control: SandboxControl, body: unknown): ClockReading {
	requireFields('the clock', body, {
		advanceMs: clockStep,
		freeze: oneOf(true),
		reset: oneOf(true),
	});
	const { advanceMs, freeze, reset } = isObject(body) ? body : {};
	if (reset) control.resetClock();
	if (freeze) control.freezeClock();
	return typeof advanceMs === 'number' ? control.advanceClock(advanceMs) : control.clock();
}

function changeSettings(control: SandboxControl, body: unknown): Settings {
	assertSettingsChange(body, routeNames);
	return control.settings(body);
}

function seedFrom(control: SandboxControl, body: unknown): NumberSeen[] {
	assertNumbersSeed(body);
	return control.seedNumbers(body);
}

function readNumbers(control: SandboxControl, query: unknown): NumberSeen[] {
	const { featureSetId } = isObject(query) ? query : {};
	if (typeof featureSetId !== 'string') throw plainError('"featureSetId" is missing in the query');
	return control.numbers(featureSetId);
}

function tableFor(control: SandboxControl, world: SandboxWorld): readonly ControlRoute[] {
	return [
		{ method: 'POST', path: '/reset', answer: () => (control.reset(), { ok: true }) },
		{
			method: 'GET',
			path: '/received',
			answer: ({ query }) => control.received(readRouteName(query)),
		},
		{ method: 'GET', path: '/counts', answer: () => control.counts() },
		{
			method: 'POST',
			path: '/next',
			answer: ({ body }) => {
				assertInterruption(body, routeNames);
				control.next(body);
				return { waiting: world.interruptions.waiting() };
			},
		},
		{ method: 'GET', path: '/settings', answer: () => control.settings() },
		{ method: 'POST', path: '/settings', answer: ({ body }) => changeSettings(control, body) },
		{ method: 'GET', path: '/clock', answer: () => control.clock() },
		{ method: 'POST', path: '/clock', answer: ({ body }) => moveClock(control, body) },
		{ method: 'GET', path: '/numbers', answer: ({ query }) => readNumbers(control, query) },
		{ method: 'POST', path: '/numbers', answer: ({ body }) => seedFrom(control, body) },
		{ method: 'GET', path: '/keys', answer: () => control.keys },
		{ method: 'POST', path: '/expire-tokens', answer: () => ({ expired: control.expireTokens() }) },
		...webhookRoutes(control),
	];
}

/**
 * Adds the control plane under `/sandbox/`, with its page. Requests to it do not count as received.
 */
export function addControlPlane(server: FastifyInstance, sources: Sources, look: Look): void {
	const table = tableFor(sources.control, sources.world);
	server.register(
		async (plane) => {
			plane.addHook('onRequest', refuseForeignPages);
			addPage(plane);
			addStream(plane, sources, look);
			for (const { method, path, answer } of table) {
				plane.route<{ Params: { id?: string } }>({
					method,
					url: path,
					handler: async ({ body, query, params: { id = '' } }) =>
						await answer({ body: parseBody(body), query, id }),
				});
			}
			plane.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) =>
				reply.code(error.statusCode ?? 500).send({ error: error.message }),
			);
			plane.setNotFoundHandler((request, reply) => {
				const known = table.map(({ method, path }) => `${method} /sandbox${path}`).join(', ');
				const error = `There is no ${request.method} ${request.url}; the control plane has ${known}`;
				return reply.code(404).send({ error });
			});
		},
		{ prefix: '/sandbox' },
	);
}
