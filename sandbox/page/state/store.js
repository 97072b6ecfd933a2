import { computed, signal } from '@preact/signals';

/** What the sandbox has told so far. live.js alone writes here. */
export const connection = signal('connecting');
export const hello = signal({
	boot: '',
	editorUrl: null,
	keys: {},
	purposes: {},
	testNumbers: { receivers: [], listed: [] },
	events: [],
	mostAttempts: 8,
});
/** Returns what a request to a route was for, in the words of the node. */
export const purposeOf = (route) => hello.value.purposes[route] ?? route;
export const settings = signal(null);
export const webhooks = signal([]);
export const labels = signal({ count: 0, rows: [] });
export const featureSets = signal({ count: 0, rows: [] });
export const tokens = signal(null);
export const batches = signal([]);
export const rates = signal([]);
export const orders = signal({ waiting: 0 });
/** All three newest first. */
export const phones = signal([]);
export const requests = signal([]);
export const deliveries = signal([]);

/** Where the clocks of the sandbox stood when it last told, and when that was on the clock of this page. */
export const clock = signal({
	nowMs: 0,
	aheadMs: 0,
	frozen: false,
	speed: 1,
	retryNowMs: 0,
	heardAt: 0,
});
/** Counts up twice a second: a component that reads it is drawn again each time. */
export const beat = signal(0);
setInterval(() => (beat.value += 1), 500);

const passedMs = () => {
	beat.value;
	return clock.value.frozen ? 0 : performance.now() - clock.value.heardAt;
};

/** The sandbox's own time, which may be ahead of the real one. */
export const sandboxNow = () => clock.value.nowMs + passedMs();

/** The time by which retries wait: `speed` times as fast. */
export const retryNow = () => clock.value.retryNowMs + passedMs() * clock.value.speed;

export const isLive = computed(() => connection.value === 'live');
