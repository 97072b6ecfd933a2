import { changeNumbers } from '../../support/numbers';
import type { Stage } from '../../support/sandbox';
import type { Row } from '../faults/expected/cells';
import { numbers as expected } from '../faults/expected/numbers';
import { OWN_FAULT } from '../faults/setUps/lists';
import { ALREADY, numbers, SECOND_SET, seed } from '../faults/setUps/numbers';
import type { SetUp } from '../faults/setUps/setUp';
import type { Proof, Run } from '../proof';

const live = (stage: Stage, set: string): string[] =>
	stage.sandbox.control.numbers(set).map(({ phoneNumber }) => phoneNumber);

const sync = (row: Row, watched: string, more: Partial<SetUp> = {}): SetUp => ({
	...numbers('sync', row),
	watched,
	prepare: async (stage) => await seed(stage, (set) => [ALREADY[set] ?? '']),
	// Whatever fails on the way: nothing is taken off before what is wanted was listed.
	isUntouched: (stage) => live(stage, SECOND_SET).includes(ALREADY[SECOND_SET] ?? ''),
	...more,
});

const syncOnce = async (run: Run, mode: 'plan' | 'apply', maxRemovals: number) =>
	await run(changeNumbers('sync', '+91 22 6801 9991', { mode }, { maxRemovals }));

export const proof: Proof = {
	outputs: async (run) => [
		...(await syncOnce(run, 'plan', 0)),
		...(await syncOnce(run, 'apply', 10)),
		...(await syncOnce(run, 'apply', 10)),
	],
	faults: {
		'number.sync, reading': sync(expected.syncReading, 'numbers', {
			errorInside: OWN_FAULT,
			wrongTypes: {
				numbers: [{ phone_number: null, status: 7 }],
				pagination_information: 'none',
			},
		}),
		'number.sync, listing': sync(expected.syncListing, 'publish'),
		'number.sync, delisting': sync(expected.syncDelisting, 'delist', { isUntouched: undefined }),
	},
};
