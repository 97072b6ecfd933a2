import { initialsOf, hueOf, showHour, showNumber } from '../parts/format.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { sandboxNow } from '../state/store.js';

/** A drawn phone; its children are on its screen. */
export const Handset = ({ kind, hue = 0, size = 'small', children }) => html`
	<div class="handset" data-kind=${kind} data-size=${size} style=${{ '--hue': hue }}>
		<div class="screen">
			<div class="statusbar" aria-hidden="true">
				<span>${showHour(sandboxNow())}</span><span class="camera"></span
				><span class="bars"><i></i><i></i><i></i></span>
			</div>
			${children}
		</div>
	</div>
`;

/** Initials in a circle, because the sandbox has no pictures of logos. */
export const Logo = ({ name }) =>
	html`<div class="logo" aria-hidden="true">${initialsOf(name) || '?'}</div>`;

export const hueOfPhone = ({ name }) => hueOf(name);

/** Name, label and reason, as the person sees them. */
export const Identity = ({ phone }) => html`
	<div class="identity">
		<${Logo} name=${phone.name} />
		<div class="name">
			${phone.name}<span class="tick"><${Icon} name="check" /></span>
		</div>
		<div class="label">
			Verified
			business${phone.label !== '' && phone.label !== phone.name ? ` · ${phone.label}` : ''}
		</div>
		${phone.reason !== '' && html`<div class="reason">${phone.reason}</div>`}
		<div class="from">${showNumber(phone.caller)}</div>
	</div>
`;

/** The call as it rings without Truecaller, or if Truecaller cannot show it. */
export const Unknown = ({ phone }) => html`
	<div class="identity unknown">
		<div class="logo" aria-hidden="true">?</div>
		<div class="name">${showNumber(phone.caller)}</div>
		<div class="label">Unknown number</div>
	</div>
`;
