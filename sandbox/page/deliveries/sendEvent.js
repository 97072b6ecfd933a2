import { signal } from '@preact/signals';

import { plural } from '../parts/format.js';
import { html } from '../parts/html.js';
import { tellPerson } from '../parts/notices.js';
import { attempt, post } from '../state/plane.js';
import { hello, webhooks } from '../state/store.js';

/** The groups of events in the list, by the webhooks that receive them. */
const GROUPS = [
	['Call Me Back', ({ sentTo }) => sentTo === 'cmb'],
	['User Feedback', ({ sentTo }) => sentTo === 'userFeedback'],
	['Post-Call Action', ({ name }) => name === 'postCallAction'],
	['Other', ({ sentTo, name }) => sentTo === 'all' && name !== 'postCallAction'],
];

const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Returns the field with the customer's number. If the SIM reveals no number, it is the alternate
 * one.
 */
const numberFieldOf = (scenario) =>
	/noNumber$/i.test(scenario) ? 'alternate_number' : 'client_number';

const WRONG_KEY = 'a-wrong-webhook-key';

function orderFrom({ scenario, webhook, customer, eventId, wrongKey }) {
	const digits = customer.value.replace(/\D/g, '');
	const fields = {
		...(digits === '' ? {} : { [numberFieldOf(scenario.value)]: digits }),
		...(eventId.value === '' ? {} : { event_id: eventId.value }),
	};
	return {
		scenario: scenario.value,
		fields,
		...(webhook.value === '' ? {} : { webhook: webhook.value }),
		...(wrongKey.checked ? { key: WRONG_KEY } : {}),
	};
}

const busy = signal(false);

async function send(event) {
	event.preventDefault();
	busy.value = true;
	const sent = await attempt(async () => await post('/events', orderFrom(event.target.elements)));
	busy.value = false;
	if (!sent) return;
	const all = sent.every(({ attempts }) => attempts.every(({ taken }) => taken));
	const words = `The event was sent to ${plural(sent.length, 'webhook')}`;
	if (all) tellPerson(`${words} and delivered.`, 'good');
	else tellPerson(`${words} and not delivered everywhere: see the log.`, 'bad');
}

const Options = () =>
	GROUPS.map(
		([group, belongs]) => html`
			<optgroup label=${group}>
				${hello.value.events
					.filter(belongs)
					.map(({ name, meaning }) => html`<option value=${name}>${upper(meaning)}</option>`)}
			</optgroup>
		`,
	);

const More = () => html`
	<details class="more">
		<summary>More</summary>
		<label class="setting"
			><span>Event ID <small>the same ID again is a repeat of the same event</small></span
			><input name="eventId" maxlength="200" autocomplete="off"
		/></label>
		<label class="setting switch"
			><input name="wrongKey" type="checkbox" /><span
				>Send a wrong key <small>the trigger refuses the event with 401</small></span
			></label
		>
	</details>
`;

/** The form for any event that `npm run deliver` can send. */
export const SendEvent = () => html`
	<section class="card" aria-labelledby="send-title">
		<h2 id="send-title">Send an event</h2>
		<form class="sendevent" onSubmit=${send}>
			<label class="setting"
				><span>Event</span
				><select name="scenario">
					<${Options} /></select
			></label>
			<label class="setting"
				><span>To</span
				><select name="webhook">
					<option value="">Every webhook that takes it</option>
					${webhooks.value.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
				</select></label
			>
			<label class="setting"
				><span>Customer’s number <small>(optional)</small></span
				><input name="customer" type="tel" autocomplete="off" placeholder="+91 98765 43210"
			/></label>
			<${More} />
			<button class="primary" disabled=${busy.value || webhooks.value.length === 0}>
				Send event
			</button>
			${webhooks.value.length === 0 &&
			html`<p class="fine">
				No webhook is registered yet. <a href="#controls">Register the URL of your trigger</a>.
			</p>`}
		</form>
	</section>
`;
