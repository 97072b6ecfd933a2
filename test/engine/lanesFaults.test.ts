/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { setTimeout as pause } from 'node:timers/promises';

import { customers, personaliseCall } from '../support/calls';
import { lowerLimits } from '../support/laneStage';
import type { Stage } from '../support/sandbox';
import { proof as personalise } from './operations/callPersonalisation.personalise';
import { proof as personaliseBulk } from './operations/callPersonalisation.personaliseBulk';
import { calls } from './faults/expected/calls';
import { fails, FAULTS, TOKEN_TURNED_AWAY } from './faults/expected/cells';
import type { Fault } from './faults/expected/cells';
import { LONGEST_CELL_MS, setUpMatrix, testCell } from './faults/matrix';
import type { SetUp } from './faults/setUps/setUp';

/** One call and one batch in a window for each token, so that the second of each goes out with the second token. */
const LIMITS = {
	realTimeCallsPerWindow: 1,
	realTimeWindowMs: 1_500,
	batchCallsPerWindow: 1,
	batchWindowMs: 5_000,
};

/** The sandbox forgets sooner, so that a call that travels faster than the one before meets no 429 that was not ordered. */
const MILDER = { ...LIMITS, realTimeWindowMs: 700, batchWindowMs: 3_000 };

setUpMatrix();
beforeAll(async () => await lowerLimits(LIMITS));

const send = async ({ engine }: Stage, operation: string, ...phones: string[]): Promise<void> => {
	const parameters = personaliseCall({ operation }, { timeLimit: 60_000 });
	await engine.runNode({ parameters, items: customers(...phones) });
};

/** Opens the second lane with two calls. */
const openLanes = async (stage: Stage): Promise<void> => {
	stage.sandbox.control.settings({ limits: MILDER });
	await send(stage, 'personalise', '9876541000', '9876541010');
	expect(stage.sandbox.control.received('token')).toHaveLength(2);
};

const emptyWindows = async (stage: Stage): Promise<undefined> => {
	await openLanes(stage);
	await pause(LIMITS.realTimeWindowMs * 2.2);
	return undefined;
};

const fillFirstLane = async (stage: Stage): Promise<undefined> => {
	await openLanes(stage);
	await send(stage, 'personaliseBulk', '9876541020');
	return undefined;
};

const routeOf = (faults: Readonly<Record<string, SetUp>>, name: string): SetUp => {
	const setUp = faults[name];
	if (!setUp) throw new Error(`There is no route ${name}`);
	return { ...setUp, credential: { parallelTokens: '2' } };
};

// The second lane has a young token and so asks once; then n8n's own token asks twice, as ever.
const oneCall: SetUp = {
	...routeOf(personalise.faults, 'personalise v2'),
	prepare: emptyWindows,
	expected: {
		...calls.personalise,
		'401 always': fails(['pushed', 'error', 'error'], TOKEN_TURNED_AWAY, [6, 6, 0]),
	},
};
const oneBatch: SetUp = {
	...routeOf(personaliseBulk.faults, 'personaliseBulk v3'),
	prepare: fillFirstLane,
	expected: {
		...calls.bulkV3,
		'401 always': fails(['error', 'error', 'error'], TOKEN_TURNED_AWAY, [3, 3, 0]),
	},
};
/** A call that is not answered ends with its time limit; a batch would take its whole minute. */
const unanswered: SetUp = { ...oneCall, parameters: personaliseCall({}, { timeLimit: 4_000 }) };

type Tested = { readonly route: string; readonly setUp: SetUp; readonly fault: Fault };
const cells = FAULTS.flatMap((fault): Tested[] =>
	fault === 'no answer in time'
		? [{ route: 'personalise', setUp: unanswered, fault }]
		: [
				{ route: 'personalise', setUp: oneCall, fault },
				{ route: 'personaliseBulk', setUp: oneBatch, fault },
			],
);

// Side by side, because most of a cell's time is the pause before a repeat.
it.concurrent.each(cells)(
	'$route with two tokens: $fault',
	async ({ setUp, fault }) => {
		const node = { onError: 'continueRegularOutput', retryOnFail: false } as const;
		const { stage, requests } = await testCell({ setUp, fault, ...node });
		const tokens = stage.sandbox.control
			.received(setUp.watched)
			.slice(-requests)
			.map(({ tokenOrdinal }) => tokenOrdinal);
		if (requests > 0) expect(tokens).toContain(2);
	},
	LONGEST_CELL_MS,
);
