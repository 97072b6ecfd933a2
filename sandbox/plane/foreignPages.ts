import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Returns the host name that the browser used, without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '');

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');

/**
 * Refuses requests from pages of other sites. The control plane needs no key, so another page in
 * the same browser could use it. Programs send no `Origin`. A foreign name that resolves to this
 * machine is refused, too.
 */
export async function refuseForeignPages(
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { origin, host = '' } = request.headers;
	const isForeign = origin !== undefined && hostOf(origin) !== host;
	const isDisguised =
		LOOPBACK.test(request.socket.localAddress ?? '') && !LOOPBACK.test(nameOf(host));
	if (!isForeign && !isDisguised) return;
	const error = 'The control plane answers its own page and programs, not the pages of other sites';
	await reply.code(403).send({ error });
}
