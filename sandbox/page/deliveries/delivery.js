import { showClock, showWait } from '../parts/format.js';
import { attempt, post } from '../state/plane.js';
import { clock, hello, retryNow, webhooks } from '../state/store.js';

const SPAN_UNITS = [
	[86_400_000, 'day'],
	[3_600_000, 'hour'],
	[60_000, 'minute'],
];

const webhookOf = ({ webhook }) => webhooks.value.find(({ id }) => id === webhook);

export const nameOfWebhook = (delivery) => {
	const known = webhookOf(delivery)?.name;
	if (known !== undefined) return known;
	return delivery.webhook === null
		? (delivery.attempts.at(-1)?.url ?? 'an address')
		: 'a deleted webhook';
};

const isIn = (url, editorUrl) =>
	editorUrl !== null && new URL(url).origin === new URL(editorUrl).origin;

/**
 * Returns the address where n8n lists the execution of a delivery: the list of the workflow if the
 * webhook names it, n8n's complete list for another URL of the same n8n, or undefined. n8n does not
 * tell the sender which execution it started.
 */
export function executionsOf(delivery) {
	const last = delivery.attempts.at(-1);
	if (!last?.taken) return undefined;
	const { editorUrl } = hello.value;
	const known = webhookOf(delivery)?.executionsUrl;
	return known ?? (isIn(last.url, editorUrl) ? `${editorUrl}/home/executions` : undefined);
}

function inWords(ms) {
	const [unitMs, unit] = SPAN_UNITS.find(([each]) => ms >= each) ?? [1_000, 'second'];
	const count = Math.round(ms / unitMs);
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Why there is no further attempt, by the final state of a delivery. */
const ENDS = {
	'Webhook Failed': () => `no more attempts: all ${hello.value.mostAttempts} failed`,
	'Webhook Deleted': () => 'no more attempts: its webhook was deleted',
	webhook_not_found: () => 'no more attempts: its webhook was deleted',
	Ended: () => 'no more attempts: the sandbox started over',
};

/**
 * Returns when the next attempt is due by Truecaller's table, and how long that takes on the
 * accelerated clock.
 */
export function nextWords({ state, nextAttemptAt, dueMs, attempts }) {
	if (nextAttemptAt === null) return ENDS[state]?.() ?? '';
	const { frozen, speed } = clock.value;
	const last = attempts.at(-1);
	const wait = last
		? `${inWords(nextAttemptAt - last.at)} after this one`
		: `at ${showClock(nextAttemptAt)}`;
	if (frozen) return `next attempt ${wait}; the clock is stopped`;
	const leftMs = Math.max(0, dueMs - retryNow()) / speed;
	return `next attempt ${wait}, here in ${showWait(leftMs)}`;
}

export const sendAgain = async ({ id }) =>
	await attempt(async () => await post(`/deliveries/${id}/again`));
