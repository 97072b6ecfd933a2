import { Failures } from './failures.js';
import { html } from '../parts/html.js';
import { attempt, post } from '../state/plane.js';
import { ChoiceSetting, NumberSetting, SwitchSetting } from './settingFields.js';
import { Time } from './time.js';
import { settings, webhooks } from '../state/store.js';
import { Webhooks } from './webhooks.js';

const DIALECTS = [
	['status_info', 'status_info (today)'],
	['statusInfo', 'statusInfo (mid-2025)'],
	['flat', 'flat (early 2025)'],
];

const COUNTED_FOR = [
	['token', 'each access token'],
	['account', 'the whole account'],
];

const Answers = () => html`
	<section class="card" aria-labelledby="answers-title">
		<h2 id="answers-title">How Truecaller answers</h2>
		<${ChoiceSetting} label="Form of the answers" name="dialect" choices=${DIALECTS} />
		<${NumberSetting} label="Delay of every answer" name="latencyMs" unit="ms" />
		<${NumberSetting} label="A batch takes" name="batchSettleMs" unit="ms" />
		<${NumberSetting} label="Listing a number takes" name="listingMs" unit="ms" />
		<${NumberSetting} label="Delisting takes" name="delistingMs" unit="ms" />
	</section>
`;

const Limits = () => html`
	<section class="card" aria-labelledby="limits-title">
		<h2 id="limits-title">Limits</h2>
		<${SwitchSetting} label="Enforce limits" name="enforced" group="limits" />
		<${ChoiceSetting} label="Counted for" name="limitsPer" group="limits" choices=${COUNTED_FOR} />
		<${NumberSetting}
			label="Real-time calls per second"
			name="realTimeCallsPerWindow"
			group="limits"
		/>
		<${NumberSetting} label="Batches per minute" name="batchCallsPerWindow" group="limits" />
		<${NumberSetting} label="Access tokens in 30 minutes" name="loginsPerWindow" group="limits" />
		<${NumberSetting} label="Records per batch" name="recordsPerBatch" group="limits" />
	</section>
`;

/**
 * Resets the sandbox. The control plane also deletes the webhooks, so those to keep are registered
 * again.
 */
async function reset(event) {
	event.preventDefault();
	const kept = event.target.elements.keep.checked ? webhooks.value : [];
	await attempt(async () => {
		await post('/reset');
		for (const { id, ...webhook } of kept) await post('/webhooks', webhook);
	}, 'The sandbox started over');
}

const Reset = () => html`
	<section class="card" aria-labelledby="reset-title">
		<h2 id="reset-title">Start over</h2>
		<p>Deletes all phones, tokens, batches, numbers, deliveries and settings of this sandbox.</p>
		<form onSubmit=${reset}>
			<label class="setting switch"
				><input type="checkbox" name="keep" checked /><span>Keep the webhooks</span></label
			>
			<button class="danger">Start over</button>
		</form>
	</section>
`;

/** All settings. They use the same control plane as the tests. */
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
