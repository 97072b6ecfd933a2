import type { FastifyReply, FastifyRequest } from 'fastify';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The name a browser believes to talk to, without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '');

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '');

/**
 * The control plane asks for no key, so a page of another site, open in the same browser, could turn it. Programs
 * send no `Origin`; and a foreign name that leads to this machine is no name of this machine.
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
