import { parseJson, isObject } from '../rules/shape';
import type { Fields } from '../rules/shape';
import type { World } from '../world';
import type { Answer, Fault, NoAnswer } from '../refusals';

/** One HTTP request to Truecaller as plain values, with only the headers that the model reads. */
export type WireRequest = {
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	readonly query: Fields;
	/** The access token, from `Authorization: Bearer …`. */
	readonly token?: string;
	/** The header `X-Public-Access`. */
	readonly publicAccess?: string;
	/** The header `Content-Type`. */
	readonly contentType?: string;
	/** The header `Accept`. */
	readonly accept?: string;
	/** The body as text, so that the model keeps no object that its caller could change. */
	readonly bodyText: string;
};

/**
 * The names in braces in a path, each with its text: `/clients/{account}/labels` has `{ account }`.
 */
export type ParamsOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
	? { readonly [Each in Name]: string } & ParamsOf<Rest>
	: unknown;

export type RequestOf<Path extends string> = WireRequest & { readonly params: ParamsOf<Path> };

/** The part that every request has: its account. */
export type AccountRequest = RequestOf<'/clients/{account}'>;

type RouteSpec<Path extends string> = {
	/** Name in the control plane of the sandbox and in `missingRoutes`. */
	readonly name: string;
	readonly method: 'GET' | 'POST';
	/** For `missingRoutes`. Absent for a route without versions. */
	readonly version?: 'v1' | 'v2' | 'v3';
	readonly path: Path;
	/** The purpose, in the words of the node. */
	readonly purpose: string;
	/** The refusals, in the order of the checks. */
	readonly refuses: readonly string[];
	readonly answer: (request: RequestOf<Path>, world: World) => Answer | NoAnswer;
};

type Texts = Readonly<Record<string, string>>;

/** One row of Truecaller's API. The rules are in `rules/`. */
export type Route = Omit<RouteSpec<string>, 'answer'> & {
	readonly answer: (request: WireRequest, params: Texts, world: World) => Answer | NoAnswer;
};

const namesIn = (path: string): string[] =>
	[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const isParamsOf = <Path extends string>(
	path: Path,
	params: Texts,
): params is Texts & ParamsOf<Path> => namesIn(path).every((name) => Object.hasOwn(params, name));

/** Returns the row of a route. Its `answer` may use only the names in its path. */
export const defineRoute = <Path extends string>(spec: RouteSpec<Path>): Route => ({
	...spec,
	answer: (request, params, world) => {
		if (isParamsOf(spec.path, params)) return spec.answer({ ...request, params }, world);
		throw new Error(`${spec.path} needs ${namesIn(spec.path).join(', ')}`);
	},
});

/**
 * Returns the body as an object, or its fault. [S] Content-Type is required on every POST; the
 * refusal as 400 in the envelope of the route is [I].
 */
export const readBody = ({
	contentType = '',
	bodyText,
}: WireRequest): { ok: true; body: Fields } | { ok: false; fault: Fault } => {
	if (!/^application\/json\s*(;|$)/i.test(contentType)) {
		return { ok: false, fault: { text: 'Content-Type must be application/json' } };
	}
	const body = parseJson(bodyText);
	return isObject(body)
		? { ok: true, body }
		: { ok: false, fault: { text: 'body must be a JSON object' } };
};
