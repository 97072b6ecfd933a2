import { showNumber } from '../parts/format.js';
import { Handset, Identity, hueOfPhone } from '../handset/handset.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { answerOf } from '../deliveries/answers.js';
import { ringing } from '../ring/ring.js';
import { canRing, seesName, sightOf } from '../handset/sight.js';

const Window = ({ sight }) => html`
	<div class="window">
		<div class="track" aria-hidden="true">
			<i style=${{ width: `${Math.round(sight.share * 100)}%` }}></i>
		</div>
		<span>${sight.left}</span>
	</div>
`;

const Blind = ({ sight }) => html`
	<div class="blind">
		<div class="blindmark" aria-hidden="true"></div>
		<div class="blindtitle">${sight.title}</div>
		<div class="blindwords">${sight.words}</div>
	</div>
`;

/** One receiver: the phone, its owner, what it shows, and what the person did. */
export function PhoneCard({ phone, position, total }) {
	const sight = sightOf(phone);
	const showsIdentity = sight.title === undefined;
	const answer = answerOf(phone);
	const number = showNumber(phone.number);
	return html`
		<div class="phone" role="listitem" aria-setsize=${total} aria-posinset=${position}>
			<${Handset} kind=${sight.kind} hue=${hueOfPhone(phone)}>
				${showsIdentity
					? html`<${Identity} phone=${phone} /><${Window} sight=${sight} />`
					: html`<${Blind} sight=${sight} />`}
			<//>
			<h3 class="owner">${number}</h3>
			<p class="sight" data-tone=${sight.tone}>${sight.status}</p>
			<button
				class=${`ring ${seesName(sight) ? 'primary' : ''}`}
				disabled=${!canRing(sight)}
				onClick=${() => (ringing.value = phone)}
				aria-label=${`Ring ${number}`}
			>
				<${Icon} name="phone" /> Ring
			</button>
			<p class="answer">${answer && html`<span data-tone=${answer.tone}>${answer.words}</span>`}</p>
		</div>
	`;
}
