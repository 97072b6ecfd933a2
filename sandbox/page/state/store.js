import { computed, signal } from '@preact/signals';

/** The latest state from the sandbox. Only live.js writes here. */
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
/** Returns the purpose of a request to a route, in the words of the node. */
export const purposeOf = (route) => hello.value.purposes[route] ?? route;
export const settings = signal(null);
export const webhooks = signal([]);
export const labels = signal({ count: 0, rows: [] });
export const featureSets = signal({ count: 0, rows: [] });
export const tokens = signal(null);
export const batches = signal([]);
export const rates = signal([]);
export const orders = signal({ waiting: 0 });
/** All three lists are newest first. */
export const phones = signal([]);
export const requests = signal([]);
export const deliveries = signal([]);

/** The sandbox's clocks at its last message, and the time of that message on this page's clock. */
export const clock = signal({
	nowMs: 0,
	aheadMs: 0,
	frozen: false,
	speed: 1,
	retryNowMs: 0,
	heardAt: 0,
});
/** Counts up twice a second. A component that reads it is redrawn each time. */
export const beat = signal(0);
setInterval(() => (beat.value += 1), 500);

const passedMs = () => {
	beat.value;
	return clock.value.frozen ? 0 : performance.now() - clock.value.heardAt;
};

/** Returns the time of the sandbox's clock, which may be ahead of real time. */
export const sandboxNow = () => clock.value.nowMs + passedMs();

/** Returns the time of the retries' clock, which is `speed` times as fast. */
export const retryNow = () => clock.value.retryNowMs + passedMs() * clock.value.speed;

export const isLive = computed(() => connection.value === 'live');
