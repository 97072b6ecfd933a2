import { changeNumbers } from '../../support/numbers';
import { logins } from '../faults/expected/logins';
import { numbers as expected } from '../faults/expected/numbers';
import { login } from '../faults/setUps/login';
import { numbers } from '../faults/setUps/numbers';
import type { Proof } from '../proof';

const setUp = numbers('list', expected.list);

export const proof: Proof = {
	outputs: async (run) => [
		...(await run(changeNumbers('list', '+91 22 6801 9991, +91 22 6801 2345'))),
		...(await run(
			changeNumbers('list', '+91 22 6801 9993', {}, { waitUntilSettled: true, maxWait: 20 }),
		)),
	],
	faults: {
		'number.list': setUp,
		'login for number.list': login(setUp, logins.forNumbers),
	},
};
