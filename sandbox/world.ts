import { createClock } from './control/clock';
import type { Clock } from './control/clock';
import { createInterruptions } from './control/interruptions';
import type { Interruptions } from './control/interruptions';
import { createReceivedLog } from './control/received';
import type { ReceivedLog } from './control/received';
import { defaultSettings } from './control/settings';
import type { Settings } from './control/settings';
import { createTraffic } from './control/traffic';
import type { Traffic } from './control/traffic';
import { createBatches } from './rules/batches';
import type { Batches } from './rules/batches';
import type { OutOfReach } from './rules/delivery';
import { createFeatureSets } from './rules/featureSets';
import type { FeatureSets } from './rules/featureSets';
import { createLabels } from './rules/labels';
import type { Labels } from './rules/labels';
import { createLogins } from './rules/logins';
import type { Logins } from './rules/logins';
import { createNumbers } from './rules/numbers';
import type { Moment, Numbers } from './rules/numbers';
import { createPhones } from './rules/phones';
import type { Phones } from './rules/phones';
import { createDeliveries } from './webhooks/deliveries';
import type { Deliveries } from './webhooks/deliveries';
import { createRegistrations } from './webhooks/registrations';
import type { Registrations } from './webhooks/registrations';

/** All that one sandbox remembers. There are no module globals: many can run in one program. */
export type World = {
	clock: Clock;
	settings: Settings;
	logins: Logins;
	labels: Labels;
	featureSets: FeatureSets;
	numbers: Numbers;
	batches: Batches;
	outOfReach: OutOfReach;
	phones: Phones;
	received: ReceivedLog;
	traffic: Traffic;
	interruptions: Interruptions;
	webhooks: Registrations;
	deliveries: Deliveries;
};

export const createWorld = (): World => ({
	clock: createClock(),
	settings: defaultSettings(),
	logins: createLogins(),
	labels: createLabels(),
	featureSets: createFeatureSets(),
	numbers: createNumbers(),
	batches: createBatches(),
	outOfReach: new Map(),
	phones: createPhones(),
	received: createReceivedLog(),
	traffic: createTraffic(),
	interruptions: createInterruptions(),
	webhooks: createRegistrations(),
	deliveries: createDeliveries(),
});

/** Back to the first moment; the world itself stays the same object, for its routes hold on to it. */
export const resetWorld = (world: World): void => {
	Object.assign(world, createWorld());
};

/** What the states of numbers depend on. */
export const momentOf = ({ clock, settings }: World): Moment => ({
	nowMs: clock.nowMs(),
	listingMs: settings.listingMs,
	delistingMs: settings.delistingMs,
});
