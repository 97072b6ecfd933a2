import { FAULTS, ROUTES } from './expected/cells';
import type { Fault, Route } from './expected/cells';

const MODES = [
	['stops', 'stopWorkflow'],
	['continues', 'continueRegularOutput'],
	['continues by the error output', 'continueErrorOutput'],
] as const;
export type OnError = (typeof MODES)[number][1];

/** One cell as a test: a route, a fault, and how the node is set to meet errors. */
export type Case = {
	readonly route: Route;
	readonly fault: Fault;
	readonly mode: string;
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	readonly retry: string;
};

const casesOf = (route: Route): Case[] =>
	FAULTS.flatMap((fault) =>
		[false, true].flatMap((retryOnFail) =>
			MODES.map(([mode, onError]) => ({
				route,
				fault,
				mode,
				onError,
				retryOnFail,
				retry: retryOnFail ? 'on' : 'off',
			})),
		),
	);

/** All cells of a family of routes: fault by fault, in every On Error mode, with Retry On Fail off and on. */
export const cellsOf = (family: Partial<Record<Route, unknown>>): Case[] =>
	ROUTES.filter((route) => route in family).flatMap(casesOf);
