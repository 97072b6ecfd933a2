import { showTime, showWait } from '../parts/format.js';
import { attempt, post } from '../state/plane.js';
import { clock, retryNow, webhooks } from '../state/store.js';

const SPAN_UNITS = [
	[86_400_000, 'day'],
	[3_600_000, 'hour'],
	[60_000, 'minute'],
];

export const nameOfWebhook = ({ webhook, attempts }) =>
	webhooks.value.find(({ id }) => id === webhook)?.name ??
	(webhook === null ? (attempts.at(-1)?.url ?? 'an address') : 'a deleted webhook');

function inWords(ms) {
	const [unitMs, unit] = SPAN_UNITS.find(([each]) => ms >= each) ?? [1_000, 'second'];
	const count = Math.round(ms / unitMs);
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** When the next attempt is, by the vendor's table, and how long that is on this accelerated clock. */
export function nextWords({ nextAttemptAt, dueMs, attempts }) {
	if (nextAttemptAt === null) return 'no attempt follows';
	const { frozen, speed } = clock.value;
	const last = attempts.at(-1);
	const wait = last
		? `${inWords(nextAttemptAt - last.at)} after this one`
		: `at ${showTime(nextAttemptAt)}`;
	if (frozen) return `next attempt ${wait}; the clock stands still`;
	const leftMs = Math.max(0, dueMs - retryNow()) / speed;
	return `next attempt ${wait}, here in ${showWait(leftMs)}`;
}

export const sendAgain = async ({ id }) => {
	const again = await attempt(async () => await post(`/deliveries/${id}/again`));
	return again;
};
