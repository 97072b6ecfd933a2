import { Failures } from './failures.js';
import { html } from '../parts/html.js';
import { attempt, ask, post } from '../state/plane.js';
import { ChoiceSetting, NumberSetting, SwitchSetting } from './settingFields.js';
import { Time } from './time.js';
import { settings, webhooks } from '../state/store.js';
import { Webhooks } from './webhooks.js';

const DIALECTS = [
	['status_info', 'status_info, as documented today'],
	['statusInfo', 'statusInfo, as in mid-2025'],
	['flat', 'flat, as in early 2025'],
];

const COUNTED_FOR = [
	['token', 'each access token'],
	['account', 'the whole account'],
];

const Answers = () => html`
	<section class="card" aria-labelledby="answers-title">
		<h2 id="answers-title">How Truecaller answers</h2>
		<${ChoiceSetting} label="Dialect" name="dialect" choices=${DIALECTS} />
		<${NumberSetting} label="Wait before every answer" name="latencyMs" unit="ms" />
		<${NumberSetting} label="A batch takes" name="batchSettleMs" unit="ms" />
		<${NumberSetting} label="Listing a number takes" name="listingMs" unit="ms" />
		<${NumberSetting} label="Delisting takes" name="delistingMs" unit="ms" />
	</section>
`;

const Limits = () => html`
	<section class="card" aria-labelledby="limits-title">
		<h2 id="limits-title">Limits</h2>
		<${SwitchSetting} label="Hold everybody to the pace" name="enforced" group="limits" />
		<${ChoiceSetting} label="Counted for" name="limitsPer" group="limits" choices=${COUNTED_FOR} />
		<${NumberSetting} label="Calls in a second" name="realTimeCallsPerWindow" group="limits" />
		<${NumberSetting} label="Batches in a minute" name="batchCallsPerWindow" group="limits" />
		<${NumberSetting} label="Tokens in half an hour" name="loginsPerWindow" group="limits" />
		<${NumberSetting} label="Records in a batch" name="recordsPerBatch" group="limits" />
	</section>
`;

/** A reset takes the webhooks too; whoever wired a workflow to this sandbox would miss them. */
async function reset(event) {
	event.preventDefault();
	const kept = event.target.elements.keep.checked ? webhooks.value : [];
	await attempt(async () => {
		await post('/reset');
		for (const { name, url, events, clientAccountId } of kept)
			await ask('POST', '/webhooks', { name, url, events, clientAccountId });
	}, 'The sandbox begins anew');
}

const Reset = () => html`
	<section class="card" aria-labelledby="reset-title">
		<h2 id="reset-title">Begin anew</h2>
		<p>Forgets phones, tokens, batches, numbers, deliveries and every change made here.</p>
		<form onSubmit=${reset}>
			<label class="setting switch"
				><input type="checkbox" name="keep" checked /><span>Keep the webhooks</span></label
			>
			<button class="danger">Reset the sandbox</button>
		</form>
	</section>
`;

/** Everything that can be turned, each on the control plane that tests use too. */
export const Controls = () => html`
	<section class="view" aria-labelledby="controls-title">
		<h1 id="controls-title">Controls</h1>
		${settings.value === null
			? html`<p class="nothing">Waiting for the sandbox …</p>`
			: html`<${Webhooks} />
					<div class="halves">
						<div><${Time} /><${Failures} /><${Reset} /></div>
						<div><${Answers} /><${Limits} /></div>
					</div>`}
	</section>
`;
