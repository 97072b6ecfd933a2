import { changeNumbers } from '../../support/numbers';
import { numbers as expected } from '../faults/expected/numbers';
import { digitsIn, numbers, seed } from '../faults/setUps/numbers';
import type { Proof } from '../proof';

export const proof: Proof = {
	outputs: async (run) => [
		...(await run(changeNumbers('delist', '+91 22 6801 2345, +91 22 6801 9992'))),
		...(await run(
			changeNumbers('delist', '+91 22 6801 2345', {}, { waitUntilSettled: true, maxWait: 20 }),
		)),
	],
	faults: {
		'number.delist': {
			...numbers('delist', expected.delist),
			prepare: async (stage) => await seed(stage, digitsIn),
		},
	},
};
