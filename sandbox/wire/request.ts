import type { FastifyRequest } from 'fastify';

import type { WireRequest } from '../../nodes/Truecaller/simulation/routes/route';

export type HttpRequest = FastifyRequest<{
	Params: Record<string, string>;
	Querystring: Record<string, unknown>;
}>;

export const pathOf = ({ url }: HttpRequest): string => url.split('?', 1)[0] ?? url;

const firstOf = (header: string | string[] | undefined): string | undefined =>
	Array.isArray(header) ? header[0] : header;

/** Returns the input of the model: the headers that it reads, and the body as text. */
export function readRequest(request: HttpRequest): WireRequest {
	const { headers, method, query, body } = request;
	// [I] The name of the scheme in any case, as in RFC 7235.
	const [, token] = /^bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
	return {
		method,
		path: pathOf(request),
		query,
		token,
		publicAccess: firstOf(headers['x-public-access']),
		contentType: headers['content-type'],
		accept: headers.accept,
		bodyText: typeof body === 'string' ? body : '',
	};
}
