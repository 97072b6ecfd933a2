import { OF_EVERY_OUTCOME, personaliseCall } from '../../support/calls';
import { batches } from '../faults/expected/batches';
import { calls } from '../faults/expected/calls';
import { logins } from '../faults/expected/logins';
import { batchRoute, bulk, ofStatus } from '../faults/setUps/calls';
import type { Version } from '../faults/setUps/calls';
import { login } from '../faults/setUps/login';
import type { SetUp } from '../faults/setUps/setUp';
import type { Proof } from '../proof';

/** On the sandbox's clock, so that a batch settles between two questions however slow the machine is. */
const A_MINUTE = 60_000;

const waiting = (apiVersion: Version): SetUp => ({
	...bulk(apiVersion, batches.waiting, { waitUntilFinished: true, maxWait: 10 }),
	...ofStatus(apiVersion),
	prepare: async ({ sandbox }) => {
		sandbox.control.settings({ batchSettleMs: A_MINUTE });
		return undefined;
	},
	afterFirst: ({ sandbox }) => void sandbox.control.advanceClock(A_MINUTE),
	isUntouched: ({ sandbox }) => sandbox.control.received(batchRoute(apiVersion)).length === 1,
});

const v3 = bulk('v3', calls.bulkV3);
const many = personaliseCall(
	{ operation: 'personaliseBulk', labelName: 'Acme Flowers' },
	{ timeLimit: 2_000 },
);

export const proof: Proof = {
	outputs: async (run) => [
		...(await run(many, OF_EVERY_OUTCOME)),
		...(await run({ ...many, waitUntilFinished: true, maxWait: 2 }, OF_EVERY_OUTCOME)),
	],
	faults: {
		'personaliseBulk v3': v3,
		'personaliseBulk v2': bulk('v2', calls.bulkV2),
		'personaliseBulk v1': bulk('v1', calls.bulkV1),
		'waiting for a batch v3': waiting('v3'),
		'waiting for a batch v2': waiting('v2'),
		'waiting for a batch v1': waiting('v1'),
		'login for personaliseBulk': login(v3, logins.forCalls),
	},
};
