import { useState } from 'preact/hooks';

import { html } from '../parts/html.js';
import { attempt, post } from '../state/plane.js';
import { hello } from '../state/store.js';

/** The event types of a webhook, with the names in Truecaller's console. */
export const EVENTS = [
	['cmb', 'Call Me Back'],
	['userFeedback', 'User Feedback'],
];

const read = (text) => (URL.canParse(text.trim()) ? new URL(text.trim()) : null);

/** Returns true for a complete URL without a Webhook Key. */
export const lacksKey = (text) => {
	const url = read(text);
	return url !== null && !url.searchParams.get('key');
};

const isTestUrl = (text) => read(text)?.pathname.startsWith('/webhook-test/') ?? false;

function withKey(text) {
	const url = read(text);
	url.searchParams.set('key', hello.value.keys.webhookKey);
	return url.href;
}

const Warnings = ({ url, onUrl }) => html`
	<div role="status" class="warnings">
		${lacksKey(url) &&
		html`<p data-tone="wait">
				This URL has no <code>?key=</code>. A trigger that expects a Webhook Key refuses every event
				with 401.
			</p>
			<button type="button" onClick=${() => onUrl(withKey(url))}>
				Add ?key=${hello.value.keys.webhookKey}
			</button>`}
		${isTestUrl(url) &&
		html`<p data-tone="wait">
			This is the test URL. It works only while the editor listens; register the production URL of
			the trigger.
		</p>`}
	</div>
`;

const Url = ({ url, onUrl }) => html`
	<label class="setting"
		><span
			>URL${' '}
			<small>the trigger’s production URL, with <code>?key=</code> and its Webhook Key</small></span
		><input
			name="url"
			type="url"
			required
			autocomplete="off"
			placeholder="http://127.0.0.1:5678/webhook/…?key=…"
			value=${url}
			onInput=${({ target }) => onUrl(target.value)}
	/></label>
	<${Warnings} url=${url} onUrl=${onUrl} />
`;

const Events = () => html`
	<fieldset class="inline">
		<legend>Events</legend>
		${EVENTS.map(
			([value, words]) =>
				html`<label><input type="checkbox" name=${value} checked /> ${words}</label>`,
		)}
	</fieldset>
	<p class="fine">
		A Post-Call Action goes to every webhook: how Truecaller’s console names it is not published.
	</p>
`;

/** Registers a webhook, as Truecaller's console does. */
export function WebhookForm() {
	const [url, setUrl] = useState('');
	const register = async (event) => {
		event.preventDefault();
		const form = event.target;
		const { name, cmb, userFeedback } = form.elements;
		const events = [cmb, userFeedback].filter(({ checked }) => checked).map((each) => each.name);
		const webhook = { name: name.value, url, events };
		const done = await attempt(
			async () => await post('/webhooks', webhook),
			`“${webhook.name}” is registered`,
		);
		// The user may already be typing the next webhook.
		if (!done || name.value !== webhook.name) return;
		form.reset();
		setUrl('');
	};
	return html`
		<form class="register" onSubmit=${register}>
			<label class="setting"
				><span>Name <small>at most 50 characters, different from the other webhooks</small></span
				><input name="name" required maxlength="50" autocomplete="off"
			/></label>
			<${Url} url=${url} onUrl=${setUrl} />
			<${Events} />
			<button class="primary">Create webhook</button>
		</form>
	`;
}
