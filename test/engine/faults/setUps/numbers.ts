import type { IDataObject } from 'n8n-workflow';

import type { Stage } from '../../../support/sandbox';
import type { Row } from '../expected/cells';
import type { SetUp } from './setUp';

const FIRST_SET = 'f5f5f5f5-0000-4000-8000-000000000006';
export const SECOND_SET = 'f5f5f5f5-0000-4000-8000-000000000007';
const NUMBERS: readonly IDataObject[] = [
	{ set: FIRST_SET, phone: '022 6802 0010' },
	{ set: SECOND_SET, phone: '022 6802 0020' },
	{ set: SECOND_SET, phone: '022 6802 0030' },
];

/** Numbers that are listed before a sync, and that it takes off. */
export const ALREADY: Readonly<Record<string, string>> = {
	[FIRST_SET]: '912268020050',
	[SECOND_SET]: '912268020060',
};

/** Empties both feature sets, and lists these numbers in each. */
export const seed = async (
	{ sandbox: { control } }: Stage,
	listed: (set: string) => readonly string[],
): Promise<undefined> => {
	control.settings({ listingMs: 0, delistingMs: 0 });
	for (const featureSetId of [FIRST_SET, SECOND_SET]) {
		control.seedNumbers({
			featureSetId,
			phoneNumbers: control.numbers(featureSetId).map(({ phoneNumber }) => phoneNumber),
			state: 'absent',
		});
		control.seedNumbers({ featureSetId, phoneNumbers: [...listed(featureSetId)], state: 'listed' });
	}
};

/** The numbers of the items of a feature set, as Truecaller writes them. */
export const digitsIn = (set: string): string[] =>
	NUMBERS.filter((item) => item.set === set).map(
		({ phone }) => `91${String(phone).replace(/\D/g, '').slice(1)}`,
	);

/** Three items with a number each: one in the first feature set, two in the second. */
export const numbers = (operation: 'list' | 'delist' | 'sync', expected: Row): SetUp => ({
	expected,
	watched: operation === 'delist' ? 'delist' : 'publish',
	passes: 1,
	parameters: {
		resource: 'number',
		operation,
		...(operation === 'sync' ? { mode: 'apply' } : {}),
		featureSet: { __rl: true, mode: 'id', value: '={{ $json.set }}' },
		phoneNumbers: '={{ $json.phone }}',
		options: { defaultCountry: 'IN', ...(operation === 'sync' ? { maxRemovals: 10 } : {}) },
	},
	items: NUMBERS,
	prepare: async (stage) => await seed(stage, () => []),
	tell: ({ action, result }) => [action, result].filter((word) => word !== undefined).join(' '),
	errorInside: { slug: 'invalid-input', message: 'phone_numbers is invalid' },
	wrongTypes: { status: 1, new_numbers: 'all' },
});
