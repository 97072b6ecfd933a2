import { signal } from '@preact/signals';

import { Handset, Identity, Unknown } from '../handset/handset.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { attempt } from '../state/plane.js';
import { hello, sandboxNow } from '../state/store.js';

const SAMPLE = {
	name: 'FlowerEra Delivery',
	label: 'FlowerEra Delivery',
	reason: 'Your flowers arrive today by 6 pm',
	caller: '911140000101',
};
const SAMPLE_LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';
/**
 * An iPhone, a phone without Truecaller, and a phone that shows the call. The last four digits
 * decide that.
 */
const RECEIVERS = ['919900020002', '919845010001', '919876543210'];
const WINDOW_MS = 3_600_000;

const busy = signal(false);

async function send(path, body, headers) {
	const response = await fetch(path, {
		method: 'POST',
		body: JSON.stringify(body),
		headers: { 'content-type': 'application/json', ...headers },
	});
	return await response.json();
}

/**
 * Does the same as a workflow, with the same requests: logs in and personalises a call for each
 * receiver.
 */
async function callThree() {
	const { clientAccountId, keyId, apiKey } = hello.value.keys;
	const login = { key_id: keyId, api_key: apiKey };
	const { token, message } = await send(`/clients/${clientAccountId}/token`, login, {
		'x-public-access': 'allow',
	});
	if (!token) throw new Error(`The sandbox gave no token: ${message}`);
	const startsAt = Math.floor(sandboxNow());
	for (const receiver of RECEIVERS) {
		const record = {
			caller_number: SAMPLE.caller,
			receiver_number: receiver,
			label_id: SAMPLE_LABEL,
			dynamic_call_reason: SAMPLE.reason,
			starts_at: startsAt,
			ends_at: startsAt + WINDOW_MS,
		};
		await send(`/v2/clients/${clientAccountId}/dynamic_call_record`, record, {
			authorization: `Bearer ${token}`,
		});
	}
}

async function press() {
	busy.value = true;
	await attempt(callThree);
	busy.value = false;
}

const Example = ({ kind, title, words, tone, children }) => html`
	<figure class="example" data-kind=${kind}>
		${children}
		<figcaption><strong data-tone=${tone}>${title}</strong><span>${words}</span></figcaption>
	</figure>
`;

/**
 * The view before the first call: what a customer sees without and with the nodes, and how to make
 * a call.
 */
export const FirstCall = () => html`
	<section class="first" aria-labelledby="first-title">
		<div class="pair">
			<${Example}
				kind="without"
				title="Without"
				tone="blind"
				words="An unknown number. Most people let it ring."
			>
				<${Handset} kind="ringingbare"><${Unknown} phone=${SAMPLE} /><//>
			<//>
			<${Example}
				kind="with"
				title="With your name and reason"
				tone="good"
				words="They know who it is and why, and pick up."
			>
				<${Handset} kind="shown" hue="262"><${Identity} phone=${SAMPLE} /><//>
			<//>
		</div>
		<div class="invite">
			<h2 id="first-title">No calls yet</h2>
			<p>
				Run a workflow with the Truecaller node: the phone of each customer appears here at once,
				with what it shows.
			</p>
			<div class="buttons">
				${hello.value.editorUrl &&
				html`<a class="button primary" href=${hello.value.editorUrl} target="_blank" rel="noopener"
					>Run one in n8n <${Icon} name="open"
				/></a>`}
				<button
					class=${hello.value.editorUrl ? '' : 'primary'}
					disabled=${busy.value}
					onClick=${press}
				>
					Call three sample customers
				</button>
			</div>
			<p class="fine">
				The samples are sent over the sandbox’s own API, as a workflow would. The last four digits
				of a number decide how its call ends: see the <a href="#account">test numbers</a>.
			</p>
		</div>
	</section>
`;
