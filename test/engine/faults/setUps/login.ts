import type { Row } from '../expected/cells';
import type { SetUp } from './setUp';

/** A login is needed before the first call, so that all three items meet the fault. */
export const login = (of: SetUp, expected: Row): SetUp => ({
	...of,
	expected,
	watched: 'token',
	passes: 0,
	errorInside: { slug: 'authorization-error', message: 'invalid key_id or api_key' },
	wrongTypes: { token: 5, created_at: [] },
});
