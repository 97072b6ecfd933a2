import { createClock } from './clock';
import type { Clock } from './clock';
import { createInterruptions } from './memory/interruptions';
import type { Interruptions } from './memory/interruptions';
import { createPhones } from './memory/phones';
import type { Phones } from './memory/phones';
import { createReceivedLog } from './memory/received';
import type { ReceivedLog } from './memory/received';
import { createTraffic } from './memory/traffic';
import type { Traffic } from './memory/traffic';
import { createWorld } from '../nodes/Truecaller/simulation/world';
import type { World } from '../nodes/Truecaller/simulation/world';
import { defaultSettings } from './settings/settings';
import type { Settings } from './settings/settings';
import { createDeliveries } from './webhooks/deliveries';
import type { Deliveries } from './webhooks/deliveries';
import { createRegistrations } from './webhooks/registrations';
import type { Registrations } from './webhooks/registrations';

/**
 * The whole state of one sandbox: the simulation, and what the server has received and been told.
 */
export type SandboxWorld = World & {
	clock: Clock;
	settings: Settings;
	phones: Phones;
	received: ReceivedLog;
	traffic: Traffic;
	interruptions: Interruptions;
	webhooks: Registrations;
	deliveries: Deliveries;
};

/** About 300 MB of batches. */
const BATCH_RECORDS_KEPT = 500_000;

export function createSandboxWorld(): SandboxWorld {
	const clock = createClock();
	const phones = createPhones();
	return {
		...createWorld(clock, { recordsKept: BATCH_RECORDS_KEPT, onPush: phones.put }),
		clock,
		settings: defaultSettings(),
		phones,
		received: createReceivedLog(),
		traffic: createTraffic(),
		interruptions: createInterruptions(),
		webhooks: createRegistrations(),
		deliveries: createDeliveries(),
	};
}

/** Resets the state. The world stays the same object, because its routes refer to it. */
export const resetWorld = (world: SandboxWorld): void => {
	Object.assign(world, createSandboxWorld());
};
