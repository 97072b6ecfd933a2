import {
	ERROR,
	fails,
	FORBIDDEN,
	NO_ANSWER,
	NO_SUCH_ADDRESS,
	NOT_SENT,
	RATE_LIMITED,
	REFUSED,
	rows,
	SENT_ON,
	SERVER_FAULT,
	TOKEN_TURNED_AWAY,
} from './cells';
import type { Row, Words } from './cells';

/** Three calls. The first goes through, and the two after it meet the fault; none is ever sent twice where the first may have worked. */
const personalise: Row = {
	'the connection is refused': rows([NOT_SENT, NOT_SENT, NOT_SENT], 0),
	'reset before the body was read': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'reset after the body was read': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'reset once': rows(['pushed', NO_ANSWER, 'pushed'], 3),
	'no answer in time': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'401 once': rows(['pushed', 'pushed', 'pushed'], 4),
	'401 always': fails(['pushed', ERROR, ERROR], TOKEN_TURNED_AWAY, [5, 5, 0]),
	'403': fails(['pushed', ERROR, ERROR], FORBIDDEN, [3, 3, 0]),
	'404': fails(['pushed', ERROR, ERROR], NO_SUCH_ADDRESS, [3, 3, 0]),
	'429 once': rows(['pushed', 'pushed', 'pushed'], 4),
	'429 once, with a Retry-After of a second': rows(['pushed', 'pushed', 'pushed'], 4),
	'429 with a Retry-After of an hour': rows(['pushed', RATE_LIMITED, RATE_LIMITED], 3),
	'429 always': rows(['pushed', RATE_LIMITED, RATE_LIMITED], 15),
	'500 always': rows(['pushed', SERVER_FAULT, SERVER_FAULT], 3),
	'500 once': rows(['pushed', SERVER_FAULT, 'pushed'], 3),
	'502 with an HTML page': rows(['pushed', SERVER_FAULT, SERVER_FAULT], 3),
	'200 with an error inside': rows(['pushed', 'tryAgain/failedToPush', 'tryAgain/failedToPush'], 3),
	'an answer that breaks off': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'cut-off JSON': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'an empty body': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'wrong types': rows(['pushed', NO_ANSWER, NO_ANSWER], 3),
	'a redirect to another host': fails(['pushed', ERROR, ERROR], SENT_ON, [3, 3, 0]),
};

const ALL_ACCEPTED = ['accepted', 'accepted', 'accepted'];
const ALL_UNANSWERED = [NO_ANSWER, NO_ANSWER, NO_ANSWER];
const ALL_IN_A_FAULT = [SERVER_FAULT, SERVER_FAULT, SERVER_FAULT];
const ALL_ERRORS = [ERROR, ERROR, ERROR];

/** Three calls in one batch, which share its fate. */
const bulk = (noSuchVersion: Words): Row => ({
	'the connection is refused': rows([NOT_SENT, NOT_SENT, NOT_SENT], 0),
	'reset before the body was read': rows(ALL_UNANSWERED, 1),
	'reset after the body was read': rows(ALL_UNANSWERED, 1),
	'reset once': rows(ALL_UNANSWERED, 1),
	'no answer in time': rows(ALL_UNANSWERED, 1),
	'401 once': rows(ALL_ACCEPTED, 2),
	'401 always': fails(ALL_ERRORS, TOKEN_TURNED_AWAY, [2, 2, 0]),
	'403': fails(ALL_ERRORS, FORBIDDEN, [1, 1, 0]),
	'404': fails(ALL_ERRORS, noSuchVersion, [1, 1, 0]),
	'429 once': rows(ALL_ACCEPTED, 2),
	'429 once, with a Retry-After of a second': rows(ALL_ACCEPTED, 2),
	'429 with a Retry-After of an hour': rows([RATE_LIMITED, RATE_LIMITED, RATE_LIMITED], 1),
	'429 always': rows([RATE_LIMITED, RATE_LIMITED, RATE_LIMITED], 7),
	'500 always': rows(ALL_IN_A_FAULT, 1),
	'500 once': rows(ALL_IN_A_FAULT, 1),
	'502 with an HTML page': rows(ALL_IN_A_FAULT, 1),
	'200 with an error inside': rows([REFUSED, REFUSED, REFUSED], 1),
	'an answer that breaks off': rows(ALL_UNANSWERED, 1),
	'cut-off JSON': rows(ALL_UNANSWERED, 1),
	'an empty body': rows(ALL_UNANSWERED, 1),
	'wrong types': rows(ALL_UNANSWERED, 1),
	'a redirect to another host': fails(ALL_ERRORS, SENT_ON, [1, 1, 0]),
});

const noSuchVersion = (version: number, other: number): Words => ({
	message: `Truecaller does not know version ${version} of this call`,
	todo: `Under Options, set 'API Version' to v${other}.`,
});

export const calls = {
	personalise,
	personaliseV1: {
		...personalise,
		'200 with an error inside': rows(['pushed', REFUSED, REFUSED], 3),
	},
	bulkV3: bulk(noSuchVersion(3, 2)),
	bulkV2: bulk(noSuchVersion(2, 3)),
	bulkV1: bulk(noSuchVersion(1, 3)),
} satisfies Record<string, Row>;
