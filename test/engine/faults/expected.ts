import { batches } from './expected/batches';
import { calls } from './expected/calls';
import type { Route, Row } from './expected/cells';
import { lists } from './expected/lists';
import { logins } from './expected/logins';
import { numbers } from './expected/numbers';

/** What is promised for every route and every fault. Written by hand; nothing in it comes from the code under test. */
export const EXPECTED: Readonly<Record<Route, Row>> = {
	...calls,
	...batches,
	...numbers,
	...lists,
	...logins,
};
