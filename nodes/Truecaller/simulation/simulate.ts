import type { World } from './world';
import { unknownRoute } from './refusals';
import type { Answer, NoAnswer } from './refusals';
import { refuseForHeaders } from './routes/headers';
import type { Route, WireRequest } from './routes/route';
import { routes } from './routes/routes';

type Found = { readonly route: Route; readonly params: Readonly<Record<string, string>> };

const patterns = routes.map((route) => ({
	route,
	pattern: new RegExp(`^${route.path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

/** Returns the decoded part of a path, or undefined if it cannot be decoded. */
const decode = (part: string): string | undefined => {
	try {
		return decodeURIComponent(part);
	} catch {
		return undefined;
	}
};

const findRoute = ({ method, path }: WireRequest): Found | undefined => {
	for (const { route, pattern } of patterns) {
		const found = route.method === method ? pattern.exec(path) : null;
		if (!found) continue;
		const parts = Object.entries(found.groups ?? {}).map(([name, part]) => [name, decode(part)]);
		if (parts.some(([, part]) => part === undefined)) return undefined;
		return { route, params: Object.fromEntries(parts) };
	}
	return undefined;
};

const isMissing = ({ name, version }: Route, { settings }: World): boolean =>
	settings.missingRoutes.some((each) => each === name || each === version);

/**
 * Answers a request whose route is known. The HTTP server of the sandbox finds the route itself.
 */
export const answerRoute = (
	{ route, params }: Found,
	request: WireRequest,
	world: World,
): Answer | NoAnswer =>
	isMissing(route, world)
		? unknownRoute(request.method, request.path, world.settings.missingRouteStatus)
		: ((route.name === 'token' ? undefined : refuseForHeaders(request, world)) ??
			route.answer(request, params, world));

/** Answers one request as Truecaller would, without a delay. Nothing leaves the process. */
export const answer = (world: World, request: WireRequest): Answer | NoAnswer => {
	const found = findRoute(request);
	return found ? answerRoute(found, request, world) : unknownRoute(request.method, request.path);
};
