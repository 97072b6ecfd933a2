import { PROOFS } from '../proof';
import { FAULTS } from './expected/cells';
import type { Fault, Row } from './expected/cells';
import type { SetUp } from './setUps/setUp';

const MODES = [
	['stops', 'stopWorkflow'],
	['continues', 'continueRegularOutput'],
	['continues by the error output', 'continueErrorOutput'],
] as const;
export type OnError = (typeof MODES)[number][1];

/** Every route, named by what the user does. A sync makes three kinds of calls, and every operation may need a login. */
export const ROUTES: ReadonlyArray<readonly [route: string, setUp: SetUp]> = [
	...PROOFS.values(),
].flatMap(({ faults }) => Object.entries(faults));

/** One cell as a test: a route, a fault, and how the node is set to meet errors. */
export type Case = {
	readonly route: string;
	readonly setUp: SetUp;
	readonly fault: Fault;
	readonly mode: string;
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	readonly retry: string;
};

const casesOf = ([route, setUp]: (typeof ROUTES)[number]): Case[] =>
	FAULTS.flatMap((fault) =>
		[false, true].flatMap((retryOnFail) =>
			MODES.map(([mode, onError]) => ({
				route,
				setUp,
				fault,
				mode,
				onError,
				retryOnFail,
				retry: retryOnFail ? 'on' : 'off',
			})),
		),
	);

/** All cells of the routes that expect a row of this family: fault by fault, in every On Error mode, with Retry On Fail off and on. */
export const cellsOf = (family: Readonly<Record<string, Row>>): Case[] =>
	ROUTES.filter(([, { expected }]) => Object.values(family).includes(expected)).flatMap(casesOf);
