import { batch } from '@preact/signals';

import { tellPerson } from '../parts/notices.js';
import * as store from './store.js';

/** The same limit as the sandbox's. */
const PHONES_KEPT = 20_000;
const REQUESTS_KEPT = 300;
const DELIVERIES_KEPT = 200;
/**
 * The sandbox sends something every 5 seconds. After this silence the connection is lost, even
 * without an error.
 */
const SILENCE_MS = 12_000;
const RETRY_MS = 1_000;

const phones = new Map();
const deliveries = new Map();

/** Returns the values of a map newest first; the map has the newest last. */
const newestFirst = (map) => [...map.values()].reverse();

function forgetOldest(map, most) {
	for (const key of map.keys()) {
		if (map.size <= most) return;
		map.delete(key);
	}
}

function takePhones({ all, phones: changed }) {
	if (all) phones.clear();
	for (const phone of changed) {
		phones.delete(phone.number);
		phones.set(phone.number, phone);
	}
	forgetOldest(phones, PHONES_KEPT);
	store.phones.value = newestFirst(phones);
}

function takeDeliveries({ all, deliveries: changed }) {
	if (all) deliveries.clear();
	for (const delivery of changed) deliveries.set(delivery.id, delivery);
	forgetOldest(deliveries, DELIVERIES_KEPT);
	store.deliveries.value = newestFirst(deliveries);
}

function takeRequests({ all, requests }) {
	const before = all ? [] : store.requests.value;
	store.requests.value = [...requests.reverse(), ...before].slice(0, REQUESTS_KEPT);
}

function takeHello(hello) {
	const { boot } = store.hello.value;
	if (boot !== '' && boot !== hello.boot) {
		tellPerson(
			'The sandbox was started again. Phones, webhooks and deliveries from before are gone.',
		);
	}
	store.hello.value = hello;
	store.connection.value = 'live';
}

const LISTENERS = {
	hello: takeHello,
	clock: (clock) => (store.clock.value = { ...clock, heardAt: performance.now() }),
	phones: takePhones,
	deliveries: takeDeliveries,
	requests: takeRequests,
	...Object.fromEntries(
		['settings', 'webhooks', 'labels', 'featureSets', 'tokens', 'batches', 'rates', 'orders'].map(
			(name) => [name, (view) => (store[name].value = view)],
		),
	),
};

let source;
let heardAt = performance.now();

function open() {
	source?.close();
	heardAt = performance.now();
	source = new EventSource('/sandbox/events');
	for (const [name, listen] of Object.entries(LISTENERS)) {
		source.addEventListener(name, ({ data }) => {
			heardAt = performance.now();
			batch(() => listen(JSON.parse(data)));
		});
	}
	source.onerror = () => {
		store.connection.value = 'lost';
		// The browser reconnects by itself, unless the answer was not a stream.
		if (source.readyState === EventSource.CLOSED) setTimeout(open, RETRY_MS);
	};
}

/** Listens to the sandbox, and reconnects after every interruption. */
export function connect() {
	open();
	setInterval(() => {
		if (performance.now() - heardAt < SILENCE_MS) return;
		store.connection.value = 'lost';
		open();
	}, RETRY_MS);
}
