import { useState } from 'preact/hooks';

import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { tellPerson } from '../parts/notices.js';

const SHOWN_MS = 2_000;

/** A value with a button that copies it. */
export function Copyable({ label, value }) {
	const [copied, setCopied] = useState(false);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(value);
			setCopied(true);
			setTimeout(() => setCopied(false), SHOWN_MS);
		} catch {
			tellPerson(
				`The browser does not let this page copy. Select the ${label} and copy it by hand.`,
				'bad',
			);
		}
	};
	return html`
		<div class="copyable">
			<dt>${label}</dt>
			<dd>
				<code>${value}</code>
				<button onClick=${copy} aria-label=${`Copy ${label}`}>
					<${Icon} name=${copied ? 'check' : 'copy'} /> ${copied ? 'Copied' : 'Copy'}
				</button>
			</dd>
		</div>
	`;
}
