import {
	ERROR,
	fails,
	FAULT,
	FORBIDDEN,
	refusedInWords,
	rows,
	SENT_ON,
	TOKEN_TURNED_AWAY,
	TOO_MANY,
	UNREADABLE,
} from './cells';
import type { Row, Words } from './cells';

const OUT_OF_REACH: Words = {
	message: 'Truecaller could not be reached',
	todo: 'Check the network connection of n8n and the Base URL in the credential',
};
const NO_SUCH_BATCH: Words = {
	message: 'Truecaller does not know this batch',
	todo: "Check 'Batch ID'",
};

const PUSHED = ['pushed', 'pushed', 'pushed'];
const RUNNING = ['running', 'running', 'running'];

/**
 * Three calls in a batch that is waited for, ten seconds at most. The first question is answered, with "not yet";
 * those after it meet the fault. Asking changes nothing, so it is asked again, and the batch is never sent again.
 */
const waiting: Row = {
	'the connection is refused': rows(RUNNING, [1, 2], OUT_OF_REACH),
	'reset before the body was read': rows(RUNNING, [2, 20], UNREADABLE),
	'reset after the body was read': rows(RUNNING, [2, 20], UNREADABLE),
	'reset once': rows(PUSHED, 3),
	'no answer in time': rows(RUNNING, [2, 20], UNREADABLE),
	'401 once': rows(PUSHED, 3),
	'401 always': rows(RUNNING, 3, TOKEN_TURNED_AWAY),
	'403': rows(RUNNING, 2, FORBIDDEN),
	'404': rows(RUNNING, [2, 20], NO_SUCH_BATCH),
	'429 once': rows(PUSHED, 3),
	'429 once, with a Retry-After of a second': rows(PUSHED, 3),
	'429 with a Retry-After of an hour': rows(RUNNING, [2, 20], TOO_MANY),
	'429 always': rows(RUNNING, [2, 20], TOO_MANY),
	'500 always': rows(RUNNING, [2, 20], FAULT),
	'500 once': rows(PUSHED, 3),
	'502 with an HTML page': rows(RUNNING, [2, 20], FAULT),
	'200 with an error inside': rows(RUNNING, [2, 20], refusedInWords('batch not found')),
	'an answer that breaks off': rows(RUNNING, [2, 20], UNREADABLE),
	'cut-off JSON': rows(RUNNING, [2, 20], UNREADABLE),
	'an empty body': rows(RUNNING, [2, 20], UNREADABLE),
	'wrong types': rows(RUNNING, [2, 20], UNREADABLE),
	'a redirect to another host': rows(RUNNING, [2, 20], SENT_ON),
};

const ONE_OF_THREE = ['pushed', ERROR, ERROR];

/** Three items ask for a batch; the first is answered, the two after it meet the fault, each up to five times, or seven after a 429. n8n asks for all three again. */
const getStatus: Row = {
	'the connection is refused': fails([ERROR, ERROR, ERROR], OUT_OF_REACH, [0, 0, 0]),
	'reset before the body was read': fails(ONE_OF_THREE, UNREADABLE, [11, 11, 26]),
	'reset after the body was read': fails(ONE_OF_THREE, UNREADABLE, [11, 11, 26]),
	'reset once': rows(PUSHED, 4),
	'no answer in time': fails(ONE_OF_THREE, UNREADABLE, [11, 11, 26]),
	'401 once': rows(PUSHED, 4),
	'401 always': fails(ONE_OF_THREE, TOKEN_TURNED_AWAY, [5, 5, 11]),
	'403': fails(ONE_OF_THREE, FORBIDDEN, [3, 3, 6]),
	'404': fails(ONE_OF_THREE, NO_SUCH_BATCH, [3, 3, 6]),
	'429 once': rows(PUSHED, 4),
	'429 once, with a Retry-After of a second': rows(PUSHED, 4),
	'429 with a Retry-After of an hour': fails(ONE_OF_THREE, TOO_MANY, [3, 3, 6]),
	'429 always': fails(ONE_OF_THREE, TOO_MANY, [15, 15, 36]),
	'500 always': fails(ONE_OF_THREE, FAULT, [11, 11, 26]),
	'500 once': rows(PUSHED, 4),
	'502 with an HTML page': fails(ONE_OF_THREE, FAULT, [11, 11, 26]),
	'200 with an error inside': fails(ONE_OF_THREE, refusedInWords('batch not found'), [3, 3, 6]),
	'an answer that breaks off': fails(ONE_OF_THREE, UNREADABLE, [11, 11, 26]),
	'cut-off JSON': fails(ONE_OF_THREE, UNREADABLE, [11, 11, 26]),
	'an empty body': fails(ONE_OF_THREE, UNREADABLE, [11, 11, 26]),
	'wrong types': fails(ONE_OF_THREE, UNREADABLE, [3, 3, 6]),
	'a redirect to another host': fails(ONE_OF_THREE, SENT_ON, [3, 3, 6]),
};

export const batches = { waiting, getStatus } satisfies Record<string, Row>;
