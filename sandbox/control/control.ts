import { DEMO_KEYS } from '../demo';
import type { DemoKeys } from '../demo';
import { routeNames } from '../routes/index';
import { dropTokens } from '../rules/logins';
import { resetWorld } from '../world';
import type { World } from '../world';
import { assertInterruption } from './interruptions';
import type { Interruption } from './interruptions';
import type { Counts, Received } from './received';
import { numbersOf, seedNumbers } from './numbers';
import type { NumberSeen, NumbersSeed } from './numbers';
import { plainError, requireFields, wholeNumber } from './requirements';
import { assertSettingsChange, mergeSettings } from './settings';
import type { Settings, SettingsChange } from './settings';

export type ClockReading = { nowMs: number; aheadMs: number; frozen: boolean };

/** Forwards only, and by a year at most. */
export const clockStep = wholeNumber(0, 366 * 24 * 60 * 60_000);

/** The control plane in process; `/sandbox/…` offers the same over HTTP. Wrong use throws, in plain words. */
export type SandboxControl = {
	/** As if freshly started: clock, settings, tokens, what was received, what was ordered. */
	reset(): void;
	/** Every wire request in the order of arrival, or those of one route. */
	received(route?: string): Received[];
	counts(): Counts;
	/** Orders what the next calls meet; orders for one route queue up. */
	next(interruption: Interruption): void;
	/** Changes what is named, and returns all. */
	settings(change?: SettingsChange): Settings;
	advanceClock(ms: number): ClockReading;
	/** Time stands still but for `advanceClock`, until `resetClock` or `reset`. */
	freezeClock(): ClockReading;
	resetClock(): ClockReading;
	clock(): ClockReading;
	/** Ends every token, and says how many there were. */
	expireTokens(): number;
	/** Puts numbers into a state, and returns all of the feature set. */
	seedNumbers(seed: NumbersSeed): NumberSeen[];
	/** The numbers of a feature set as they are now. */
	numbers(featureSetId: string): NumberSeen[];
	keys: DemoKeys;
};

type ClockControl = Pick<SandboxControl, 'clock' | 'advanceClock' | 'freezeClock' | 'resetClock'>;

function createClockControl(world: World): ClockControl {
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
			return clock();
		},
		freezeClock: () => {
			world.clock.freeze();
			return clock();
		},
		resetClock: () => {
			world.clock.reset();
			return clock();
		},
	};
}

export function createControl(world: World): SandboxControl {
	return {
		...createClockControl(world),
		keys: DEMO_KEYS,
		reset: () => resetWorld(world),
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
			return structuredClone(world.settings);
		},
	};
}
