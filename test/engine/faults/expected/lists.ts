import {
	ERROR,
	fails,
	FAULT,
	FORBIDDEN,
	NO_SUCH_ADDRESS,
	refusedInWords,
	rows,
	SENT_ON,
	TOKEN_TURNED_AWAY,
	TOO_MANY,
	UNREACHABLE,
	UNREADABLE,
} from './cells';
import type { Row } from './cells';

const ALL = ['2 rows', '2 rows', '2 rows'];
const FIRST_ONLY = ['2 rows', ERROR, ERROR];

/**
 * Three items ask for two rows each, one after the other. The first is answered; the others meet the fault, each up
 * to five times (seven after a 429), because asking changes nothing. A run that stops does not come to the third.
 */
const getMany: Row = {
	'the connection is refused': fails([ERROR, ERROR, ERROR], UNREACHABLE, [0, 0, 0]),
	'reset before the body was read': fails(FIRST_ONLY, UNREADABLE, [6, 11, 11]),
	'reset after the body was read': fails(FIRST_ONLY, UNREADABLE, [6, 11, 11]),
	'reset once': rows(ALL, 4),
	'no answer in time': fails(FIRST_ONLY, UNREADABLE, [6, 11, 11]),
	'401 once': rows(ALL, 4),
	'401 always': fails(FIRST_ONLY, TOKEN_TURNED_AWAY, [3, 5, 5]),
	'403': fails(FIRST_ONLY, FORBIDDEN, [2, 3, 3]),
	'404': fails(FIRST_ONLY, NO_SUCH_ADDRESS, [2, 3, 3]),
	'429 once': rows(ALL, 4),
	'429 once, with a Retry-After of a second': rows(ALL, 4),
	'429 with a Retry-After of an hour': fails(FIRST_ONLY, TOO_MANY, [2, 3, 3]),
	'429 always': fails(FIRST_ONLY, TOO_MANY, [8, 15, 15]),
	'500 always': fails(FIRST_ONLY, FAULT, [6, 11, 11]),
	'500 once': rows(ALL, 4),
	'502 with an HTML page': fails(FIRST_ONLY, FAULT, [6, 11, 11]),
	'200 with an error inside': fails(
		FIRST_ONLY,
		refusedInWords('Internal system errors'),
		[2, 3, 3],
	),
	'an answer that breaks off': fails(FIRST_ONLY, UNREADABLE, [6, 11, 11]),
	'cut-off JSON': fails(FIRST_ONLY, UNREADABLE, [6, 11, 11]),
	'an empty body': fails(FIRST_ONLY, UNREADABLE, [6, 11, 11]),
	'wrong types': fails(FIRST_ONLY, UNREADABLE, [2, 3, 3]),
	'a redirect to another host': fails(FIRST_ONLY, SENT_ON, [2, 3, 3]),
};

/**
 * After a 401 the credential asks whether the young token is at fault, and it asks for the labels: one request more. Where that
 * is turned away too, the token is at fault for all that anybody can tell, and one more login is tried.
 */
const getManyLabels: Row = {
	...getMany,
	'401 once': rows(ALL, 5),
	'401 always': { ...fails(FIRST_ONLY, TOKEN_TURNED_AWAY, [4, 6, 6]), logins: 2 },
};

/** Checks run once, for the first item; a check that meets a fault ends nothing, and the other lists are read. */
const once = (checks: string) => [checks, '', ''];
const IN_ORDER = once('ok + ok + ok + warning + ok');
const NO_LOGIN = once('failed + skipped + skipped + skipped + skipped');
const NO_LABELS = once('ok + failed + skipped + warning + ok');

/** The demo account has a draft among its feature sets: that is the warning. The faults meet the list of labels. */
const checkSetup: Row = {
	'the connection is refused': rows(NO_LOGIN, 0),
	'reset before the body was read': rows(NO_LABELS, 5),
	'reset after the body was read': rows(NO_LABELS, 5),
	'reset once': rows(IN_ORDER, 2),
	'no answer in time': rows(NO_LABELS, 5),
	'401 once': rows(IN_ORDER, 3),
	'401 always': { ...rows(NO_LOGIN, 3), logins: 2 },
	'403': rows(NO_LABELS, 1),
	'404': rows(NO_LABELS, 1),
	'429 once': rows(IN_ORDER, 2),
	'429 once, with a Retry-After of a second': rows(IN_ORDER, 2),
	'429 with a Retry-After of an hour': rows(NO_LABELS, 1),
	'429 always': rows(NO_LABELS, 7),
	'500 always': rows(NO_LABELS, 5),
	'500 once': rows(IN_ORDER, 2),
	'502 with an HTML page': rows(NO_LABELS, 5),
	'200 with an error inside': rows(NO_LABELS, 1),
	'an answer that breaks off': rows(NO_LABELS, 5),
	'cut-off JSON': rows(NO_LABELS, 5),
	'an empty body': rows(NO_LABELS, 5),
	'wrong types': rows(NO_LABELS, 1),
	'a redirect to another host': rows(NO_LABELS, 1),
};

export const lists = { checkSetup, getMany, getManyLabels } satisfies Record<string, Row>;
