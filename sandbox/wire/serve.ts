/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';

import { internalError, refusalOf, unknownRoute } from '../../nodes/Truecaller/simulation/refusals';
import type { Answer, NoAnswer } from '../../nodes/Truecaller/simulation/refusals';
import type { Route } from '../../nodes/Truecaller/simulation/routes/route';
import { UNKNOWN_ROUTE, routes } from '../../nodes/Truecaller/simulation/routes/routes';
import { answerRoute } from '../../nodes/Truecaller/simulation/simulate';
import type { SandboxWorld } from '../world';
import { readOrder, toDecision } from './decision';
import type { Decision, HttpAnswer } from './decision';
import { pathOf, readRequest } from './request';
import type { HttpRequest } from './request';

const UNANSWERED = { status: null, body: undefined };

function remember(
	route: string,
	request: HttpRequest,
	decision: Decision,
	world: SandboxWorld,
): void {
	const { headers } = request;
	const { method, path, query, token, bodyText } = readRequest(request);
	const { status, body: answer } = 'status' in decision ? decision : UNANSWERED;
	const known = token === undefined ? undefined : world.logins.tokens.get(token);
	const tokenOrdinal = known?.ordinal ?? null;
	const arrival = { route, method, path, query, headers, bodyText, tokenOrdinal, status };
	world.received.add({ at: Date.now(), ...arrival });
	world.traffic.add({ route, method, path, status, bodyText, answer });
}

async function give(decision: Decision, reply: FastifyReply, nowMs: number): Promise<FastifyReply> {
	if ('status' in decision) {
		// By the sandbox's clock, which may have been changed, so that a client can notice the
		// difference.
		const date = new Date(nowMs).toUTCString();
		reply.code(decision.status).headers({ date, ...decision.headers });
		const { body } = decision;
		if (typeof body === 'string') return await reply.send(body);
		// Fastify treats null as "no body".
		return await reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
	}
	reply.hijack();
	if (decision.connection !== 'hang') reply.raw.destroy();
	return reply;
}

/** Announces the whole answer in its headers, and ends the connection after half of it. */
async function giveHalf({ status, body }: HttpAnswer, reply: FastifyReply): Promise<FastifyReply> {
	const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
	reply.hijack();
	reply.raw.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': text.length,
	});
	reply.raw.write(text.subarray(0, text.length / 2), () => reply.raw.destroy());
	return reply;
}

/** What answers the requests of one path. */
type WireJudge = {
	readonly name: string;
	readonly answer: (request: HttpRequest) => Answer | NoAnswer;
};

/** Decides at once, records, waits, then answers, so that the record is in the order of arrival. */
const serve =
	({ name, answer }: WireJudge, world: SandboxWorld) =>
	async (request: HttpRequest, reply: FastifyReply) => {
		const { retryAfter, latencyMs, loginDelayMs } = world.settings;
		const interruption = world.interruptions.take(name);
		const decision =
			(interruption && readOrder(interruption)) ?? toDecision(answer(request), retryAfter);
		remember(name, request, decision, world);
		const waitMs = latencyMs + (name === 'token' ? loginDelayMs : 0) + (interruption?.delayMs ?? 0);
		// `ref: false`, so that a slow answer does not keep the program running.
		if (waitMs > 0) await pause(waitMs, undefined, { ref: false });
		const isCutOff = interruption?.connection === 'cutOff' && 'status' in decision;
		const nowMs = world.clock.nowMs();
		return await (isCutOff ? giveHalf(decision, reply) : give(decision, reply, nowMs));
	};

const breakEarly =
	(name: string, world: SandboxWorld) =>
	(request: HttpRequest, reply: FastifyReply, done: () => void): void => {
		if (!world.interruptions.takeEarlyReset(name)) return done();
		remember(name, request, { connection: 'resetBeforeBody' }, world);
		reply.hijack();
		request.raw.destroy();
	};

/**
 * Returns a path such as `/clients/{account}/labels` in Fastify's form. A parameter has at least
 * one character.
 */
const urlOf = ({ path }: Route): string => path.replaceAll(/\{(\w+)\}/g, ':$1(^.+$)');

const toWireJudge = (route: Route, world: SandboxWorld): WireJudge => ({
	name: route.name,
	answer: (request) => answerRoute({ route, params: request.params }, readRequest(request), world),
});

/** Adds the routes of Truecaller's API to the server. */
export function addWire(server: FastifyInstance, world: SandboxWorld): void {
	for (const route of routes) {
		server.route({
			method: route.method,
			url: urlOf(route),
			onRequest: breakEarly(route.name, world),
			handler: serve(toWireJudge(route, world), world),
		});
	}
	server.setNotFoundHandler((request: HttpRequest, reply) => {
		const answer = () => unknownRoute(request.method, pathOf(request));
		return serve({ name: UNKNOWN_ROUTE, answer }, world)(request, reply);
	});
	// Reached only by a body above the limit, or by a bug in the sandbox.
	server.setErrorHandler((error: FastifyError, request: HttpRequest, reply) => {
		const status = error.statusCode ?? 500;
		const { body } = status < 500 ? refusalOf(status, error.message) : internalError();
		const { url, method } = request.routeOptions;
		const route = routes.find((each) => urlOf(each) === url && each.method === method);
		remember(route?.name ?? UNKNOWN_ROUTE, request, { status, body }, world);
		return reply.code(status).send(body);
	});
}
