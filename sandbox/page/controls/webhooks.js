import { signal } from '@preact/signals';

import { html } from '../parts/html.js';
import { tellPerson } from '../parts/notices.js';
import { ask, attempt, post } from '../state/plane.js';
import { deliveries, webhooks } from '../state/store.js';

const MOST = 5;
const EVENTS = [
	['cmb', 'Call Me Back'],
	['userFeedback', 'User Feedback'],
];
const TESTS = { cmb: 'testUrl', userFeedback: 'userFeedback' };

const tested = signal({});

/** As *Test URL* of the console: one event, and whether it was taken. */
async function test({ id, name }) {
	const scenario = TESTS[tested.value[id] ?? 'cmb'];
	const sent = await attempt(async () => await post('/events', { webhook: id, scenario }));
	const first = sent?.[0]?.attempts[0];
	if (!first) return;
	const answer = first.taken
		? `taken, with the answer ${first.status}`
		: `not taken: ${first.reason}`;
	tellPerson(`The test event for “${name}” was ${answer}.`, first.taken ? 'good' : 'bad');
}

const withoutQuery = (url) => url.replace(/\?.*$/, '?…');

const Webhook = ({ webhook }) => {
	const { id, name, url, events } = webhook;
	const count = deliveries.value.filter((each) => each.webhook === id).length;
	return html`
		<li class="webhook">
			<div>
				<b>${name}</b><code title="The key in the URL is not shown">${withoutQuery(url)}</code
				><small
					>${EVENTS.filter(([value]) => events.includes(value))
						.map(([, words]) => words)
						.join(', ')}
					${' · '}${count} in the log</small
				>
			</div>
			<div class="buttons">
				<label class="sr" for=${`test-${id}`}>Event to test ${name} with</label>
				<select
					id=${`test-${id}`}
					onChange=${({ target }) =>
						(tested.value = { ...tested.value, [id]: EVENTS[target.selectedIndex][0] })}
				>
					${EVENTS.map(
						([value, words]) =>
							html`<option selected=${(tested.value[id] ?? 'cmb') === value}>${words}</option>`,
					)}
				</select>
				<button onClick=${() => void test(webhook)} aria-label=${`Test URL of ${name}`}>
					Test URL
				</button>
				<button
					onClick=${() =>
						void attempt(
							async () => await ask('DELETE', `/webhooks/${id}`),
							`“${name}” is deleted`,
						)}
					aria-label=${`Delete ${name}`}
				>
					Delete
				</button>
			</div>
		</li>
	`;
};

async function register(event) {
	event.preventDefault();
	const form = event.target;
	const { name, url, cmb, userFeedback } = form.elements;
	const events = [cmb, userFeedback].filter(({ checked }) => checked).map(({ name: each }) => each);
	const webhook = { name: name.value, url: url.value, events };
	const done = await attempt(
		async () => await post('/webhooks', webhook),
		`“${webhook.name}” is registered`,
	);
	// Whoever types fast has begun the next one meanwhile.
	if (done && name.value === webhook.name) form.reset();
}

const Form = () => html`
	<form class="register" onSubmit=${register}>
		<label class="setting"
			><span>Name <small>at most 50 characters, and no other webhook’s</small></span
			><input name="name" required maxlength="50" autocomplete="off"
		/></label>
		<label class="setting"
			><span
				>URL${' '}
				<small
					>the trigger’s production URL, with <code>?key=</code> and its Webhook Key</small
				></span
			><input
				name="url"
				type="url"
				required
				autocomplete="off"
				placeholder="http://127.0.0.1:5678/webhook/…?key=…"
		/></label>
		<fieldset class="inline">
			<legend>Events</legend>
			${EVENTS.map(
				([value, words]) =>
					html`<label><input type="checkbox" name=${value} checked /> ${words}</label>`,
			)}
		</fieldset>
		<button class="primary">Create webhook</button>
	</form>
`;

/** Manage Webhooks, as in Truecaller's console: there is no API for it in the real world either. */
export const Webhooks = () => html`
	<section class="card" aria-labelledby="webhooks-title">
		<h2 id="webhooks-title">Webhooks: ${webhooks.value.length} of ${MOST}</h2>
		<p>
			Where Truecaller sends what customers answer. In real life you enter this in Truecaller’s
			console, under Manage Webhooks.
		</p>
		<ul class="webhooks">
			${webhooks.value.map((webhook) => html`<${Webhook} webhook=${webhook} key=${webhook.id} />`)}
		</ul>
		${webhooks.value.length < MOST
			? html`<${Form} />`
			: html`<p class="nothing">An account has five webhooks at most. Delete one to make room.</p>`}
	</section>
`;
