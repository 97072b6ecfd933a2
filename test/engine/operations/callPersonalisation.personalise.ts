import { OF_EVERY_OUTCOME, personaliseCall } from '../../support/calls';
import { calls } from '../faults/expected/calls';
import type { Row } from '../faults/expected/cells';
import { logins } from '../faults/expected/logins';
import { BAD_INPUT, PEOPLE, tellOutcome } from '../faults/setUps/calls';
import { login } from '../faults/setUps/login';
import type { SetUp } from '../faults/setUps/setUp';
import type { Proof } from '../proof';

const oneCall = (apiVersion: 'v2' | 'v1', expected: Row): SetUp => ({
	expected,
	watched: apiVersion === 'v2' ? 'realTimeV2' : 'realTimeV1',
	passes: 1,
	// Longer than all repeats take on a busy machine.
	parameters: personaliseCall({}, { apiVersion, timeLimit: 60_000 }),
	items: PEOPLE,
	tell: tellOutcome,
	errorInside:
		apiVersion === 'v2'
			? { status_info: { status: 'error', message: 'Failed to push' } }
			: BAD_INPUT,
	wrongTypes: { status_info: { status: 1, message: ['no'] } },
});

const v2 = oneCall('v2', calls.personalise);

export const proof: Proof = {
	outputs: async (run) =>
		await run(
			personaliseCall({ labelName: 'Acme Flowers' }, { timeLimit: 2_000 }),
			OF_EVERY_OUTCOME,
		),
	faults: {
		'personalise v2': v2,
		'personalise v1': oneCall('v1', calls.personaliseV1),
		'login for personalise': login(v2, logins.forCalls),
	},
};
