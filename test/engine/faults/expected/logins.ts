import { ERROR, fails, NOT_SENT, rows } from './cells';
import type { Cell, Row, Words } from './cells';

const WRONG_KEY: Words = {
	message: 'Truecaller does not accept this Key ID and Secret API Key',
	todo: 'Copy both again from the Truecaller console, under Manage API Keys.',
};
const WRONG_ACCOUNT: Words = {
	message: 'This API key does not belong to this Client Account ID',
	todo: 'Copy the Client Account ID again from the Truecaller console',
};
const WRONG_ADDRESS: Words = {
	message: 'The Base URL is not the address of the Truecaller API',
	todo: 'Correct Base URL in the credential',
};
const OUT_OF_REACH: Words = {
	message: 'Truecaller could not be reached to log in',
	todo: 'Check the network connection of n8n and the Base URL in the credential.',
};
const FAULT: Words = {
	message: 'Truecaller could not log in, because of a fault of its own',
	todo: 'Try again in a minute.',
};
const used = (when: string): Words => ({
	message: new RegExp(
		`^All 10 access tokens that Truecaller gives in 30 minutes are used up; the next one is possible in ${when}, at \\d\\d:\\d\\d UTC`,
	),
	todo: 'Wait until then.',
});

const ALL_ERRORS = [ERROR, ERROR, ERROR];

/** Whatever a login comes to, it is asked for once: the answer is remembered, and no call is made without a token. */
const ONCE = [1, 1, 1] as const;
const refused = (words: Words): Cell => fails(ALL_ERRORS, words, ONCE);

type Ends = {
	readonly unreachable: Cell;
	readonly outOfReach: Cell;
	readonly fault: Cell;
	readonly outOfReachOnce: Cell;
	readonly faultOnce: Cell;
};

const login = ({ unreachable, outOfReach, fault, outOfReachOnce, faultOnce }: Ends): Row => ({
	'the connection is refused': unreachable,
	'reset before the body was read': outOfReach,
	'reset after the body was read': outOfReach,
	'reset once': outOfReachOnce,
	'no answer in time': outOfReach,
	'401 once': refused(WRONG_KEY),
	'401 always': refused(WRONG_KEY),
	'403': refused(WRONG_ACCOUNT),
	'404': refused(WRONG_ADDRESS),
	'429 once': refused(used('5 minutes')),
	'429 once, with a Retry-After of a second': refused(used('a minute')),
	'429 with a Retry-After of an hour': refused(used('30 minutes')),
	'429 always': refused(used('5 minutes')),
	'500 always': fault,
	'500 once': faultOnce,
	'502 with an HTML page': fault,
	'200 with an error inside': refused(WRONG_KEY),
	'an answer that breaks off': outOfReach,
	'cut-off JSON': outOfReach,
	'an empty body': outOfReach,
	'wrong types': refused(WRONG_ADDRESS),
	'a redirect to another host': refused(WRONG_ADDRESS),
});

/**
 * A call without a login was not sent, and can still be placed, so it is an outcome and no error. A login that
 * failed for the moment is asked for again after ten seconds, and the last repeats of a call may just come to that.
 */
const NOT_SENT_AT_ALL = rows([NOT_SENT, NOT_SENT, NOT_SENT], [1, 2]);
const forCalls = login({
	unreachable: rows([NOT_SENT, NOT_SENT, NOT_SENT], 0),
	outOfReach: NOT_SENT_AT_ALL,
	fault: NOT_SENT_AT_ALL,
	outOfReachOnce: NOT_SENT_AT_ALL,
	faultOnce: NOT_SENT_AT_ALL,
});

const later = (words: Words, ...secondTime: ReadonlyArray<readonly string[]>): Cell =>
	fails(
		ALL_ERRORS,
		words,
		[
			[1, 2],
			[1, 2],
			[1, 3],
		],
		...secondTime,
	);
const forOthers = (well: readonly string[]): Row =>
	login({
		unreachable: fails(ALL_ERRORS, OUT_OF_REACH, [0, 0, 0]),
		outOfReach: later(OUT_OF_REACH),
		fault: later(FAULT),
		outOfReachOnce: later(OUT_OF_REACH, ALL_ERRORS, well),
		faultOnce: later(FAULT, ALL_ERRORS, well),
	});

export const logins = {
	forCalls,
	forNumbers: forOthers(['accepted', 'accepted', 'accepted']),
	forLists: forOthers(['2 rows', '2 rows', '2 rows']),
} satisfies Record<string, Row>;
