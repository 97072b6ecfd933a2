import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import { ActionForm } from './actionForm.js';
import { CallBackForm } from './callBackForm.js';
import { showNumber } from '../parts/format.js';
import { Handset, Identity, Unknown, hueOfPhone } from '../handset/handset.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { Notices } from '../parts/notices.js';
import { RatingForm } from './ratingForm.js';
import { Sent } from './sent.js';
import { seesName, sightOf } from '../handset/sight.js';

/**
 * The ringing phone, as it was when it started to ring; null if none rings. A workflow may
 * personalise another call for it in the meantime, but the person still answers the company that
 * called.
 */
export const ringing = signal(null);
/** The content of the screen: the call, one of the forms, or the result of an answer. */
const step = signal({ name: 'call' });
/** True while the page shows the same call without the workflow. */
const bare = signal(false);

const go = (name, more = {}) => (step.value = { name, ...more });

function close() {
	ringing.value = null;
	bare.value = false;
	go('call');
}

const Call = ({ sees }) => html`
	<div class="incoming" role="status">Incoming call</div>
	${sees
		? html`<${Identity} phone=${ringing.value} />`
		: html`<${Unknown} phone=${ringing.value} />`}
	<div class="keys">
		${sees
			? html`
					<button class="key missed" onClick=${() => go('callBack')}>
						<${Icon} name="phone" /> Missed it: call me back
					</button>
					<button class="key rate" onClick=${() => go('rate')}>
						<${Icon} name="star" /> Rate this call
					</button>
					<button class="key rate" onClick=${() => go('act')}>
						<${Icon} name="bell" /> Press a post-call button
					</button>
				`
			: html`<p class="nokeys">No name, no reason, and no way to ask for a call back.</p>`}
	</div>
`;

const sent = (deliveries, words) => go('sent', { deliveries, words });
const back = () => go('call');

const FORMS = { callBack: CallBackForm, rate: RatingForm, act: ActionForm };

function Screen({ sees }) {
	const { name, deliveries, words } = step.value;
	if (name === 'call') return html`<${Call} sees=${sees} />`;
	if (name === 'sent')
		return html`<${Sent} ids=${deliveries.map(({ id }) => id)} words=${words} onDone=${close} />`;
	return html`<${FORMS[name]} phone=${ringing.value} onSent=${sent} onBack=${back} />`;
}

const Compare = () => html`
	<div class="compare" role="group" aria-label="Compare">
		<button aria-pressed=${!bare.value} onClick=${() => (bare.value = false)}>
			With your workflow
		</button>
		<button aria-pressed=${bare.value} onClick=${() => (bare.value = true)}>Without</button>
	</div>
`;

const Ringing = () => {
	const phone = ringing.value;
	const sight = sightOf(phone);
	const sees = seesName(sight) && !bare.value;
	return html`
		<div class="ringhead">
			<h2 id="ring-title">${showNumber(phone.number)} is ringing</h2>
			<button class="quiet" onClick=${close} aria-label="Close">✕</button>
		</div>
		<p class="sight" data-tone=${sight.tone}>
			${bare.value ? 'The same call, without name and reason' : sight.status}
		</p>
		<${Handset} kind=${sees ? 'ringing' : 'ringingbare'} size="large" hue=${hueOfPhone(phone)}
			><${Screen} sees=${sees}
		/><//>
		${seesName(sight) && step.value.name === 'call' && html`<${Compare} />`}
		<${Notices} />
	`;
};

/** The incoming call, above the page. The browser keeps the Tab key inside, and Escape hangs up. */
export function RingDialog() {
	const dialog = useRef(null);
	const isOpen = ringing.value !== null;
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
