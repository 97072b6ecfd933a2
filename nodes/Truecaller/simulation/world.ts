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

/** All that one model remembers. There are no module globals: many can run in one program. */
export type World = {
	clock: ModelClock;
	settings: ModelSettings;
	logins: Logins;
	labels: Labels;
	featureSets: FeatureSets;
	numbers: Numbers;
	batches: Batches;
	outOfReach: OutOfReach;
	/** Told of each call that the model takes on. */
	onPush: (push: Push) => void;
};

export type WorldOptions = {
	/** How many records of batches are remembered; the oldest batches are forgotten beyond it. */
	readonly recordsKept?: number;
	readonly onPush?: World['onPush'];
};

/** About 30 MB when it is full. */
const RECORDS_KEPT = 50_000;

/** Returns a world at its first moment. Time is what the clock says, so nothing in it waits. */
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

/** Returns what the states of numbers depend on. */
export const momentOf = ({ clock, settings }: World): Moment => ({
	nowMs: clock.nowMs(),
	listingMs: settings.listingMs,
	delistingMs: settings.delistingMs,
});
