import { computed, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { CallBackForm } from './callBackForm.js';
import { showNumber } from '../parts/format.js';
import { Handset, Identity, Unknown, hueOfPhone } from '../handset/handset.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { RatingForm } from './ratingForm.js';
import { Sent } from './sent.js';
import { seesName, sightOf } from '../handset/sight.js';
import { phones } from '../state/store.js';

/** The number of the phone that rings; empty: none. */
export const ringing = signal('');
/** What stands on its screen: the call, one of the forms, or what became of the answer. */
const step = signal({ name: 'call' });
/** What the same call looks like without the workflow. */
const bare = signal(false);

const phone = computed(() => phones.value.find(({ number }) => number === ringing.value));

const go = (name, more = {}) => (step.value = { name, ...more });

function close() {
	ringing.value = '';
	bare.value = false;
	go('call');
}

const Call = ({ sees }) => html`
	<div class="incoming" role="status">Incoming call</div>
	${sees ? html`<${Identity} phone=${phone.value} />` : html`<${Unknown} phone=${phone.value} />`}
	<div class="keys">
		${sees
			? html`
					<button class="key missed" onClick=${() => go('callBack')}>
						<${Icon} name="phone" /> Missed it: call me back
					</button>
					<button class="key rate" onClick=${() => go('rate')}>
						<${Icon} name="star" /> Rate this call
					</button>
				`
			: html`<p class="nokeys">No name, no reason, and no way to ask for a call back.</p>`}
	</div>
`;

const sent = (deliveries, words) => go('sent', { deliveries, words });

const Screen = ({ sees }) =>
	({
		call: () => html`<${Call} sees=${sees} />`,
		callBack: () =>
			html`<${CallBackForm} phone=${phone.value} onSent=${sent} onBack=${() => go('call')} />`,
		rate: () =>
			html`<${RatingForm} phone=${phone.value} onSent=${sent} onBack=${() => go('call')} />`,
		sent: () =>
			html`<${Sent}
				ids=${step.value.deliveries.map(({ id }) => id)}
				words=${step.value.words}
				onDone=${close}
			/>`,
	})[step.value.name]();

const Compare = () => html`
	<div class="compare" role="group" aria-label="Compare">
		<button aria-pressed=${!bare.value} onClick=${() => (bare.value = false)}>
			With your workflow
		</button>
		<button aria-pressed=${bare.value} onClick=${() => (bare.value = true)}>Without</button>
	</div>
`;

const Ringing = () => {
	const sight = sightOf(phone.value);
	const sees = seesName(sight) && !bare.value;
	return html`
		<div class="ringhead">
			<h2 id="ring-title">${showNumber(phone.value.number)} is ringing</h2>
			<button class="quiet" onClick=${close} aria-label="Close">✕</button>
		</div>
		<p class="sight" data-tone=${sight.tone}>
			${bare.value ? 'The same call, without name and reason' : sight.status}
		</p>
		<${Handset} kind=${sees ? 'ringing' : 'ringingbare'} size="large" hue=${hueOfPhone(phone.value)}
			><${Screen} sees=${sees}
		/><//>
		${seesName(sight) && step.value.name === 'call' && html`<${Compare} />`}
	`;
};

/** The call as it comes in, over the page. The browser keeps the Tab key within, and Escape hangs up. */
export function RingDialog() {
	const dialog = useRef(null);
	const isOpen = phone.value !== undefined;
	useEffect(() => {
		if (isOpen && !dialog.current.open) dialog.current.showModal();
		if (!isOpen) dialog.current.close();
	}, [isOpen]);
	return html`<dialog
		class="ringdialog"
		ref=${dialog}
		onClose=${close}
		aria-labelledby="ring-title"
	>
		${isOpen && html`<${Ringing} />`}
	</dialog>`;
}
