import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import type { DemoKeys } from '../../nodes/Truecaller/simulation/demo/account';
import { routeNames } from '../../nodes/Truecaller/simulation/routes/routes';
import { dropTokens } from '../../nodes/Truecaller/simulation/rules/logins';
import type { PostOffice } from '../webhooks/postOffice';
import { resetWorld } from '../world';
import type { SandboxWorld } from '../world';
import { assertInterruption } from '../memory/interruptions';
import type { Interruption } from '../memory/interruptions';
import type { Counts, Received } from '../memory/received';
import { numbersOf, seedNumbers } from './numbers';
import type { NumberSeen, NumbersSeed } from './numbers';
import { plainError, requireFields, wholeNumber } from '../requirements';
import { assertSettingsChange, mergeSettings } from '../settings/settings';
import type { Settings, SettingsChange } from '../settings/settings';
import { createWebhookControl } from './webhooks';
import type { WebhookControl } from './webhooks';

export type ClockReading = { nowMs: number; aheadMs: number; frozen: boolean };

/** Only forwards, by at most a year. */
export const clockStep = wholeNumber(0, 366 * 24 * 60 * 60_000);

/**
 * The control plane for code in the same process; `/sandbox/…` offers the same over HTTP. Invalid
 * use throws an error with a clear message.
 */
export type SandboxControl = WebhookControl & {
	/**
	 * Resets everything as after a start: clock, settings, tokens, webhooks, received requests and
	 * planned failures.
	 */
	reset(): void;
	/** Returns every request to Truecaller's API in the order of arrival, or those of one route. */
	received(route?: string): Received[];
	counts(): Counts;
	/** Plans a failure for the next requests. Several for one route form a queue. */
	next(interruption: Interruption): void;
	/** Changes the given settings, and returns all. */
	settings(change?: SettingsChange): Settings;
	advanceClock(ms: number): ClockReading;
	/** Stops the clock except for `advanceClock`, until `resetClock` or `reset`. */
	freezeClock(): ClockReading;
	resetClock(): ClockReading;
	clock(): ClockReading;
	/** Ends every token and returns their number. */
	expireTokens(): number;
	/** Puts numbers into a state. Returns all numbers of the feature set. */
	seedNumbers(seed: NumbersSeed): NumberSeen[];
	/** Returns the numbers of a feature set as they are now. */
	numbers(featureSetId: string): NumberSeen[];
	keys: DemoKeys;
};

type ClockControl = Pick<SandboxControl, 'clock' | 'advanceClock' | 'freezeClock' | 'resetClock'>;

function createClockControl(world: SandboxWorld, office: PostOffice): ClockControl {
	const clock = (): ClockReading => ({
		nowMs: world.clock.nowMs(),
		aheadMs: world.clock.aheadMs(),
		frozen: world.clock.isFrozen(),
	});
	return {
		clock,
		advanceClock: (ms) => {
			requireFields('the clock', { advanceMs: ms }, { advanceMs: clockStep });
			world.clock.advance(ms);
			office.wake();
			return clock();
		},
		freezeClock: () => {
			world.clock.freeze();
			office.wake();
			return clock();
		},
		resetClock: () => {
			world.clock.reset();
			office.wake();
			return clock();
		},
	};
}

export function createControl(world: SandboxWorld, office: PostOffice): SandboxControl {
	return {
		...createClockControl(world, office),
		...createWebhookControl(world, office),
		keys: DEMO_KEYS,
		reset: () => {
			office.end();
			resetWorld(world);
		},
		counts: () => world.received.counts(),
		expireTokens: () => dropTokens(world.logins, () => true),
		seedNumbers: (seed) => seedNumbers(seed, world),
		numbers: (featureSetId) => numbersOf(featureSetId, world),
		received: (route) => {
			if (route === undefined || routeNames.includes(route)) return world.received.list(route);
			throw plainError(`There is no route "${route}"; there are ${routeNames.join(', ')}`);
		},
		next: (interruption) => {
			assertInterruption(interruption, routeNames);
			world.interruptions.add(interruption);
		},
		settings: (change = {}) => {
			assertSettingsChange(change, routeNames);
			world.settings = mergeSettings(world.settings, change);
			office.wake();
			return structuredClone(world.settings);
		},
	};
}
