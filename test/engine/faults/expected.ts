import { batches } from './expected/batches';
import { calls } from './expected/calls';
import type { Row } from './expected/cells';
import { lists } from './expected/lists';
import { logins } from './expected/logins';
import { numbers } from './expected/numbers';

/** What is promised under every fault, by families that share a test file. Written by hand; nothing in it comes from the code under test. */
export const EXPECTED: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
	calls,
	batches,
	numbers,
	lists,
	logins,
};
