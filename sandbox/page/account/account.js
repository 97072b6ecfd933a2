import { Batches } from './batches.js';
import { Copyable } from './copy.js';
import { html } from '../parts/html.js';
import { FeatureSets, Labels } from './numbers.js';
import { Rates } from './rates.js';
import { Requests } from './requests.js';
import { hello } from '../state/store.js';
import { Tokens } from './tokens.js';

const Credential = () => {
	const { clientAccountId, keyId, apiKey } = hello.value.keys;
	return html`
		<section class="card" aria-labelledby="credential-title">
			<h2 id="credential-title">For the credential in n8n</h2>
			<dl>
				<${Copyable} label="Base URL" value=${location.origin} />
				<${Copyable} label="Client Account ID" value=${clientAccountId} />
				<${Copyable} label="Key ID" value=${keyId} />
				<${Copyable} label="Secret API Key" value=${apiKey} />
			</dl>
			<p class="fine">Made up, and the same in every sandbox: nothing here opens a real account.</p>
		</section>
	`;
};

/** What Truecaller's console would show of the account, and what it never shows: each request and what it met. */
export const Account = () => html`
	<section class="view" aria-labelledby="account-title">
		<h1 id="account-title">Account</h1>
		<div class="halves">
			<div><${Credential} /><${Tokens} /></div>
			<div><${Rates} /><${Batches} /></div>
		</div>
		<${Requests} />
		<div class="halves">
			<div><${FeatureSets} /></div>
			<div><${Labels} /></div>
		</div>
	</section>
`;
