import { signal } from '@preact/signals';

import { plural } from '../parts/format.js';
import { html } from '../parts/html.js';
import { tellPerson } from '../parts/notices.js';
import { ask, attempt, post } from '../state/plane.js';
import { deliveries, webhooks } from '../state/store.js';
import { EVENTS, WebhookForm, lacksKey } from './webhookForm.js';

const MOST = 5;
const TESTS = [
	['testUrl', 'Call Me Back'],
	['userFeedback', 'User Feedback'],
	['postCallAction', 'Post-Call Action'],
];
const [[FIRST_TEST]] = TESTS;

/** The scenario chosen for each webhook. */
const chosen = signal({});

/** Sends one event, as *Test URL* of the console does, and shows the webhook's answer. */
async function test({ id, name }) {
	const scenario = chosen.value[id] ?? FIRST_TEST;
	const sent = await attempt(async () => await post('/events', { webhook: id, scenario }));
	const first = sent?.[0]?.attempts[0];
	if (!first) return;
	const result = first.taken
		? `was delivered: the answer was ${first.status}`
		: `was not delivered: ${first.reason}`;
	tellPerson(`The test event for “${name}” ${result}.`, first.taken ? 'good' : 'bad');
}

const remove = async ({ id, name }) =>
	await attempt(async () => await ask('DELETE', `/webhooks/${id}`), `“${name}” is deleted`);

const withoutQuery = (url) => url.replace(/\?.*$/, '?…');

const Facts = ({ webhook: { id, name, url, events } }) => {
	const count = deliveries.value.filter((each) => each.webhook === id).length;
	const kinds = EVENTS.filter(([value]) => events.includes(value)).map(([, words]) => words);
	return html`
		<div>
			<b>${name}</b><code title="The key in the URL is not shown">${withoutQuery(url)}</code
			><small>${kinds.join(', ')}${' · '}${plural(count, 'delivery', 'deliveries')}</small>
			${lacksKey(url) &&
			html`<small data-tone="wait"
				>No ?key= in its URL: a trigger that expects a Webhook Key refuses every event.</small
			>`}
		</div>
	`;
};

const Webhook = ({ webhook }) => {
	const { id, name } = webhook;
	const now = chosen.value[id] ?? FIRST_TEST;
	return html`
		<li class="webhook">
			<${Facts} webhook=${webhook} />
			<div class="buttons">
				<label class="sr" for=${`test-${id}`}>Event to test ${name} with</label>
				<select
					id=${`test-${id}`}
					onChange=${({ target }) =>
						(chosen.value = { ...chosen.value, [id]: TESTS[target.selectedIndex][0] })}
				>
					${TESTS.map(
						([scenario, words]) => html`<option selected=${scenario === now}>${words}</option>`,
					)}
				</select>
				<button onClick=${() => void test(webhook)} aria-label=${`Test URL of ${name}`}>
					Test URL
				</button>
				<button onClick=${() => void remove(webhook)} aria-label=${`Delete ${name}`}>Delete</button>
			</div>
		</li>
	`;
};

/** Manage Webhooks, as in Truecaller's console. Truecaller has no API for it. */
export const Webhooks = () => html`
	<section class="card" aria-labelledby="webhooks-title">
		<h2 id="webhooks-title">Webhooks: ${webhooks.value.length} of ${MOST}</h2>
		<p>
			Where Truecaller sends its events. For a real account you enter this in Truecaller’s console,
			under Manage Webhooks. Other events than these three: <a href="#deliveries">Send an event</a>.
		</p>
		<ul class="webhooks">
			${webhooks.value.map((webhook) => html`<${Webhook} webhook=${webhook} key=${webhook.id} />`)}
		</ul>
		${webhooks.value.length < MOST
			? html`<${WebhookForm} />`
			: html`<p class="nothing">An account has five webhooks at most. Delete one to make room.</p>`}
	</section>
`;
