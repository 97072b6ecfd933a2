import { DEMO_ACCOUNT, SECOND_ACCOUNT } from '../../nodes/Truecaller/simulation/demo/account';
import { NUMBER_STATES } from '../../nodes/Truecaller/simulation/rules/numbers/numbers';
import type { NumberState } from '../../nodes/Truecaller/simulation/rules/numbers/numbers';
import { momentOf } from '../../nodes/Truecaller/simulation/world';
import type { SandboxWorld } from '../world';
import { isObject } from '../../nodes/Truecaller/simulation/rules/shape';
import { oneOf, plainError, requireFields } from '../requirements';
import type { Requirement } from '../requirements';

/** Numbers to put into a state; listing and delisting start now. */
export type NumbersSeed = {
	featureSetId: string;
	phoneNumbers: string[];
	state: NumberState | 'absent';
};

/** One number of a feature set, including numbers of other accounts that were seeded there. */
export type NumberSeen = { phoneNumber: string; state: NumberState };

const MOST_SEEDED = 100_000;

const phoneNumbers: Requirement = (value) =>
	Array.isArray(value) &&
	value.length <= MOST_SEEDED &&
	value.every((each) => typeof each === 'string' && /^\d+$/.test(each))
		? undefined
		: `at most ${MOST_SEEDED} texts of digits`;

const anyText: Requirement = (value) => (typeof value === 'string' ? undefined : 'a text');

/** Throws if the numbers to seed are not valid. */
export function assertNumbersSeed(value: unknown): asserts value is NumbersSeed {
	const requirements = {
		featureSetId: anyText,
		phoneNumbers,
		state: oneOf(...NUMBER_STATES, 'absent'),
	} satisfies Record<keyof NumbersSeed, Requirement>;
	requireFields('the numbers', value, requirements);
	const given: object = isObject(value) ? value : {};
	const missing = Object.keys(requirements).find((name) => !Object.hasOwn(given, name));
	if (missing) throw plainError(`"${missing}" is missing in the numbers`);
}

function requireOwner(featureSetId: string, { featureSets, settings }: SandboxWorld): string {
	const owner = [DEMO_ACCOUNT, SECOND_ACCOUNT].find((account) =>
		featureSets.find(account, settings.featureSetCount, featureSetId),
	);
	if (owner === undefined) throw plainError(`There is no feature set "${featureSetId}"`);
	return owner;
}

/** Puts numbers into a state. Returns all numbers of the feature set. Throws for invalid input. */
export function seedNumbers(seed: NumbersSeed, world: SandboxWorld): NumberSeen[] {
	assertNumbersSeed(seed);
	const { featureSetId, state } = seed;
	const clientAccountId = requireOwner(featureSetId, world);
	const nowMs = world.clock.nowMs();
	for (const phoneNumber of seed.phoneNumbers) {
		// Adds the number at the end of the list, even if it was known.
		world.numbers.forget(phoneNumber);
		if (state === 'absent') continue;
		const own = { phoneNumber, clientAccountId, featureSetId };
		world.numbers.put({ ...own, state, sinceMs: nowMs, createdAtMs: nowMs });
	}
	return numbersOf(featureSetId, world);
}

/** Returns the numbers of a feature set as they are now. */
export function numbersOf(featureSetId: string, world: SandboxWorld): NumberSeen[] {
	requireOwner(featureSetId, world);
	return world.numbers
		.all(momentOf(world))
		.filter((known) => known.featureSetId === featureSetId)
		.map(({ phoneNumber, state }) => ({ phoneNumber, state }));
}
