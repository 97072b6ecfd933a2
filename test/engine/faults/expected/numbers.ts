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
import type { Count, Row, Words } from './cells';

const LOOK_FIRST = 'Look with Get Many first: the numbers may have been taken.';
const PERHAPS_TAKEN: Words = { ...UNREADABLE, todo: LOOK_FIRST };
const PERHAPS_TAKEN_IN_A_FAULT: Words = { ...FAULT, todo: LOOK_FIRST };
const NO_SUCH_FEATURE_SET: Words = {
	message: 'Truecaller does not know this feature set',
	todo: "Choose the 'Feature Set' from the list.",
};

/** What comes out when all is well, when the fault strikes, and the second time when it struck once. */
type Ends = {
	readonly well: readonly string[];
	readonly struck: readonly string[];
	readonly afterwards: readonly string[];
};

/** The first call goes through, the second one meets the fault, and n8n's second time meets it at once. */
const SENT_ONCE: readonly [Count, Count, Count] = [2, 2, 3];

/**
 * One feature set of one item, then another one of two items, whose call meets the fault. n8n may run it again
 * when it is told to: what is listed already is not listed twice.
 */
const change = ({ well, struck, afterwards }: Ends): Row => ({
	'the connection is refused': fails([ERROR, ERROR, ERROR], UNREACHABLE, [0, 0, 0]),
	'reset before the body was read': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'reset after the body was read': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'reset once': fails(struck, PERHAPS_TAKEN, [2, 2, 4], afterwards),
	'no answer in time': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'401 once': rows(well, 3),
	'401 always': fails(struck, TOKEN_TURNED_AWAY, [3, 3, 5]),
	'403': fails(struck, FORBIDDEN, SENT_ONCE),
	'404': fails(struck, NO_SUCH_FEATURE_SET, SENT_ONCE),
	'429 once': rows(well, 3),
	'429 once, with a Retry-After of a second': rows(well, 3),
	'429 with a Retry-After of an hour': fails(struck, TOO_MANY, SENT_ONCE),
	'429 always': fails(struck, TOO_MANY, [8, 8, 15]),
	'500 always': fails(struck, PERHAPS_TAKEN_IN_A_FAULT, SENT_ONCE),
	'500 once': fails(struck, PERHAPS_TAKEN_IN_A_FAULT, [2, 2, 4], afterwards),
	'502 with an HTML page': fails(struck, PERHAPS_TAKEN_IN_A_FAULT, SENT_ONCE),
	'200 with an error inside': fails(struck, refusedInWords('phone_numbers is invalid'), SENT_ONCE),
	'an answer that breaks off': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'cut-off JSON': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'an empty body': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'wrong types': fails(struck, PERHAPS_TAKEN, SENT_ONCE),
	'a redirect to another host': fails(struck, SENT_ON, SENT_ONCE),
});

/** In a sync the second time finds the first feature set as it should be, and sends nothing for it; nor for the second where only the answer got lost. */
const changeInSync = (ends: Ends, afterLostAnswer: readonly string[]): Row => ({
	...change(ends),
	'an answer that breaks off': fails(ends.struck, PERHAPS_TAKEN, [2, 2, 2], afterLostAnswer),
	'reset once': fails(ends.struck, PERHAPS_TAKEN, [2, 2, 3], ends.afterwards),
	'500 once': fails(ends.struck, PERHAPS_TAKEN_IN_A_FAULT, [2, 2, 3], ends.afterwards),
});

/** A number that is taken off belongs to every item of its feature set. */
const SYNCED = [
	'list accepted + delist accepted',
	'list accepted + delist accepted',
	'list accepted + delist accepted',
];
const KEPT = 'keep alreadyThere';
const ONE_SYNCED = ['list accepted + delist accepted', ERROR, ERROR];

/** A sync reads each feature set before it changes it. Reading may be repeated; what cannot be read is left as it is. */
const reading: Row = {
	'the connection is refused': fails([ERROR, ERROR, ERROR], UNREACHABLE, [0, 0, 0]),
	'reset before the body was read': fails(ONE_SYNCED, UNREADABLE, [6, 6, 11]),
	'reset after the body was read': fails(ONE_SYNCED, UNREADABLE, [6, 6, 11]),
	'reset once': rows(SYNCED, 3),
	'no answer in time': fails(ONE_SYNCED, UNREADABLE, [6, 6, 11]),
	'401 once': rows(SYNCED, 3),
	'401 always': fails(ONE_SYNCED, TOKEN_TURNED_AWAY, [3, 3, 5]),
	'403': fails(ONE_SYNCED, FORBIDDEN, [2, 2, 3]),
	'404': fails(ONE_SYNCED, NO_SUCH_ADDRESS, [2, 2, 3]),
	'429 once': rows(SYNCED, 3),
	'429 once, with a Retry-After of a second': rows(SYNCED, 3),
	'429 with a Retry-After of an hour': fails(ONE_SYNCED, TOO_MANY, [2, 2, 3]),
	'429 always': fails(ONE_SYNCED, TOO_MANY, [8, 8, 15]),
	'500 always': fails(ONE_SYNCED, FAULT, [6, 6, 11]),
	'500 once': rows(SYNCED, 3),
	'502 with an HTML page': fails(ONE_SYNCED, FAULT, [6, 6, 11]),
	'200 with an error inside': fails(
		ONE_SYNCED,
		refusedInWords('Internal system errors'),
		[2, 2, 3],
	),
	'an answer that breaks off': fails(ONE_SYNCED, UNREADABLE, [6, 6, 11]),
	'cut-off JSON': fails(ONE_SYNCED, UNREADABLE, [6, 6, 11]),
	'an empty body': fails(ONE_SYNCED, UNREADABLE, [6, 6, 11]),
	'wrong types': fails(ONE_SYNCED, UNREADABLE, [3, 3, 5]),
	'a redirect to another host': fails(ONE_SYNCED, SENT_ON, [2, 2, 3]),
};

export const numbers = {
	list: change({
		well: ['accepted', 'accepted', 'accepted'],
		struck: ['accepted', ERROR, ERROR],
		afterwards: ['alreadyThere', 'accepted', 'accepted'],
	}),
	delist: change({
		well: ['accepted', 'accepted', 'accepted'],
		struck: ['accepted', ERROR, ERROR],
		afterwards: ['notThere', 'accepted', 'accepted'],
	}),
	syncReading: reading,
	syncListing: changeInSync(
		{
			well: SYNCED,
			struck: ONE_SYNCED,
			afterwards: [KEPT, 'list accepted + delist accepted', 'list accepted + delist accepted'],
		},
		[KEPT, `${KEPT} + delist accepted`, `${KEPT} + delist accepted`],
	),
	syncDelisting: changeInSync(
		{
			well: SYNCED,
			struck: [
				'list accepted + delist accepted',
				`list accepted + ${ERROR}`,
				`list accepted + ${ERROR}`,
			],
			afterwards: [KEPT, `${KEPT} + delist accepted`, `${KEPT} + delist accepted`],
		},
		[KEPT, KEPT, KEPT],
	),
} satisfies Record<string, Row>;
