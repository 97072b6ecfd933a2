import { Batches } from './batches.js';
import { Copyable } from './copy.js';
import { html } from '../parts/html.js';
import { FeatureSets, Labels } from './numbers.js';
import { Rates } from './rates.js';
import { Requests } from './requests.js';
import { hello } from '../state/store.js';
import { TestNumbers } from './testNumbers.js';
import { Tokens } from './tokens.js';

const Credential = () => {
	const { clientAccountId, keyId, apiKey, webhookKey } = hello.value.keys;
	return html`
		<section class="card" aria-labelledby="credential-title">
			<h2 id="credential-title">For the credential in n8n</h2>
			<dl>
				<${Copyable} label="Base URL" value=${location.origin} />
				<${Copyable} label="Client Account ID" value=${clientAccountId} />
				<${Copyable} label="Key ID" value=${keyId} />
				<${Copyable} label="Secret API Key" value=${apiKey} />
				<${Copyable} label="Webhook Key" value=${webhookKey} />
			</dl>
			<p class="fine">
				These values are made up and the same in every sandbox. The Webhook Key is for the trigger:
				its URL ends with <code>?key=${webhookKey}</code>.
			</p>
		</section>
	`;
};

/**
 * What Truecaller's console shows of an account, and what it does not show: each request with its
 * answer.
 */
export const Account = () => html`
	<section class="view" aria-labelledby="account-title">
		<h1 id="account-title">Account</h1>
		<div class="halves">
			<div><${Credential} /><${Tokens} /><${Batches} /></div>
			<div><${TestNumbers} /><${Rates} /></div>
		</div>
		<${Requests} />
		<div class="halves">
			<div><${FeatureSets} /></div>
			<div><${Labels} /></div>
		</div>
	</section>
`;
