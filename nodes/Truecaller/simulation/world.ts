import type { ModelClock } from './clock';
import { defaultModelSettings } from './settings/settings';
import type { ModelSettings } from './settings/settings';
import { createBatches } from './rules/batches/batches';
import type { Batches } from './rules/batches/batches';
import type { OutOfReach, Push } from './rules/calls/delivery';
import { createFeatureSets } from './rules/numbers/featureSets';
import type { FeatureSets } from './rules/numbers/featureSets';
import { createLabels } from './rules/calls/labels';
import type { Labels } from './rules/calls/labels';
import { createLogins } from './rules/logins';
import type { Logins } from './rules/logins';
import { createNumbers } from './rules/numbers/numbers';
import type { Moment, Numbers } from './rules/numbers/numbers';

/**
 * The whole state of one simulation. Without module globals, so that several can run in one
 * program.
 */
export type World = {
	clock: ModelClock;
	settings: ModelSettings;
	logins: Logins;
	labels: Labels;
	featureSets: FeatureSets;
	numbers: Numbers;
	batches: Batches;
	outOfReach: OutOfReach;
	/** Called with each accepted call. */
	onPush: (push: Push) => void;
};

export type WorldOptions = {
	/** How many records of batches to keep; beyond that, the oldest batches are dropped. */
	readonly recordsKept?: number;
	readonly onPush?: World['onPush'];
};

/** About 30 MB of memory when full. */
const RECORDS_KEPT = 50_000;

/**
 * Creates a simulation in its initial state. Its time comes from the clock, so no code in it waits.
 */
export const createWorld = (
	clock: ModelClock,
	{ recordsKept = RECORDS_KEPT, onPush = () => undefined }: WorldOptions = {},
): World => ({
	clock,
	settings: defaultModelSettings(),
	logins: createLogins(),
	labels: createLabels(),
	featureSets: createFeatureSets(),
	numbers: createNumbers(),
	batches: createBatches(recordsKept),
	outOfReach: new Map(),
	onPush,
});

/** Returns the time and the durations that the states of numbers depend on. */
export const momentOf = ({ clock, settings }: World): Moment => ({
	nowMs: clock.nowMs(),
	listingMs: settings.listingMs,
	delistingMs: settings.delistingMs,
});
