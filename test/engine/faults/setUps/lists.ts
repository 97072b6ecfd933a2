import { lists } from '../expected/lists';
import type { Row } from '../expected/cells';
import type { SetUp } from './setUp';

/** What Truecaller answers when a list fails by its own fault. */
export const OWN_FAULT = { slug: 'internal-server-error', message: 'Internal system errors' };

/** Three items ask for two rows each. */
export const getMany = (
	resource: string,
	watched: string,
	wrongTypes: unknown,
	expected: Row = lists.getMany,
): SetUp => ({
	expected,
	watched,
	passes: 1,
	parameters: { resource, operation: 'getMany', limit: 2 },
	items: [{}, {}, {}],
	tell: ({ id, phone_number: number }) => (typeof (id ?? number) === 'string' ? 'row' : 'no row'),
	errorInside: OWN_FAULT,
	wrongTypes,
});
