/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Interruption } from '../control/interruptions';
import { internalError, refusalOf, unknownRoute } from '../refusals';
import type { Answer } from '../refusals';
import type { World } from '../world';
import { findToken } from './access';
import { UNKNOWN_ROUTE, routes } from './index';
import type { Broken, Call, Route } from './route';

type WireRequest = FastifyRequest<{
	Params: { clientAccountId?: string; featureSetId?: string };
	Querystring: Record<string, unknown>;
}>;
type Decision = Answer | Broken;

const NO_ANSWER = { status: null, body: undefined };

const pathOf = ({ url }: WireRequest): string => url.split('?', 1)[0] ?? url;

const isMissing = ({ name, version }: Pick<Route, 'name' | 'version'>, { settings }: World) =>
	settings.missingRoutes.some((each) => each === name || each === version);

function remember(route: string, request: WireRequest, decision: Decision, world: World): void {
	const { headers, method, query } = request;
	const path = pathOf(request);
	const { bodyText } = readCall(request);
	const { status, body: answer } = 'status' in decision ? decision : NO_ANSWER;
	const tokenOrdinal = findToken({ headers }, world)?.ordinal ?? null;
	world.received.add({
		at: Date.now(),
		route,
		method,
		path,
		query,
		headers,
		bodyText,
		tokenOrdinal,
		status,
	});
	world.traffic.add({ route, method, path, status, bodyText, answer });
}

function order({ status, connection, body, headers }: Interruption): Decision | undefined {
	// What is cut off is judged as usual, and only its answer gets lost.
	if (connection === 'cutOff') return undefined;
	if (connection !== undefined) return { connection };
	if (status === undefined) return undefined;
	const { body: usual } = refusalOf(status, 'refused by the control plane');
	return { status, body: body === undefined ? usual : body, headers };
}

const readCall = (request: WireRequest): Call => ({
	clientAccountId: request.params.clientAccountId ?? '',
	featureSetId: request.params.featureSetId ?? '',
	headers: request.headers,
	query: request.query,
	bodyText: typeof request.body === 'string' ? request.body : '',
});

async function give(decision: Decision, reply: FastifyReply): Promise<FastifyReply> {
	if ('status' in decision) {
		reply.code(decision.status).headers(decision.headers ?? {});
		const { body } = decision;
		if (typeof body === 'string') return await reply.send(body);
		// Fastify would take null for "no body at all".
		return await reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
	}
	reply.hijack();
	if (decision.connection !== 'hang') reply.raw.destroy();
	return reply;
}

/** Promises the whole answer in its headers, and ends the connection after half of it. */
async function giveHalf({ status, body }: Answer, reply: FastifyReply): Promise<FastifyReply> {
	const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	reply.hijack();
	reply.raw.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': text.length,
	});
	reply.raw.write(text.subarray(0, text.length / 2), () => reply.raw.destroy());
	return reply;
}

/** Decides at once, remembers, waits, answers: so what was received is in the order of arrival. */
const serve =
	(route: Pick<Route, 'name' | 'version' | 'answer' | 'delayMs'>, world: World) =>
	async (request: WireRequest, reply: FastifyReply) => {
		const interruption = world.interruptions.take(route.name);
		const decision =
			(interruption && order(interruption)) ??
			(isMissing(route, world)
				? unknownRoute(request.method, pathOf(request))
				: route.answer(readCall(request), world));
		remember(route.name, request, decision, world);
		const waitMs =
			world.settings.latencyMs + (route.delayMs?.(world) ?? 0) + (interruption?.delayMs ?? 0);
		// Without a reference, so that a slow answer nobody waits for does not keep a program alive.
		if (waitMs > 0) await pause(waitMs, undefined, { ref: false });
		const isCutOff = interruption?.connection === 'cutOff' && 'status' in decision;
		return await (isCutOff ? giveHalf(decision, reply) : give(decision, reply));
	};

const breakEarly =
	(name: string, world: World) =>
	(request: WireRequest, reply: FastifyReply, done: () => void): void => {
		if (!world.interruptions.takeEarlyReset(name)) return done();
		remember(name, request, { connection: 'resetBeforeBody' }, world);
		reply.hijack();
		request.raw.destroy();
	};

/** Puts the wire surface on the server. */
export function addWire(server: FastifyInstance, world: World): void {
	for (const route of routes) {
		server.route({
			method: route.method,
			url: route.path,
			onRequest: breakEarly(route.name, world),
			handler: serve(route, world),
		});
	}
	server.setNotFoundHandler((request: WireRequest, reply) => {
		const answer = () => unknownRoute(request.method, pathOf(request));
		return serve({ name: UNKNOWN_ROUTE, answer }, world)(request, reply);
	});
	// Only a body beyond the limit, or a mistake of our own, comes here.
	server.setErrorHandler((error: FastifyError, request: WireRequest, reply) => {
		const status = error.statusCode ?? 500;
		const { body } = status < 500 ? refusalOf(status, error.message) : internalError();
		const { url, method } = request.routeOptions;
		const route = routes.find((each) => each.path === url && each.method === method);
		remember(route?.name ?? UNKNOWN_ROUTE, request, { status, body }, world);
		return reply.code(status).send(body);
	});
}
