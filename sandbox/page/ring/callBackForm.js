import { useState } from 'preact/hooks';

import { showDay, showHour, showNumber, showZone } from '../parts/format.js';
import { html } from '../parts/html.js';
import { callMeBackOrder, daysFrom, notInterestedOrder, slotsOf } from './occasion.js';
import { attempt, post } from '../state/plane.js';
import { sandboxNow } from '../state/store.js';

const DAYS = 3;

const Choice = ({ name, value, chosen, onChoose, children }) => html`
	<label class="choice"
		><input type="radio" name=${name} value=${value} checked=${chosen} onChange=${onChoose} /><span
			>${children}</span
		></label
	>
`;

function When({ day, slot, onDay, onSlot, nowMs }) {
	return html`
		<fieldset class="choices">
			<legend>Day</legend>
			${daysFrom(nowMs, DAYS).map(
				(ms, index) =>
					html`<${Choice}
						name="day"
						value=${index}
						chosen=${day === index}
						onChoose=${() => onDay(index)}
						>${showDay(ms)}<//
					>`,
			)}
			<${Choice} name="day" value="any" chosen=${day === null} onChoose=${() => onDay(null)}
				>Any time<//
			>
		</fieldset>
		${day !== null &&
		html`
			<fieldset class="choices slots">
				<legend>Time (${showZone(nowMs)})</legend>
				${slotsOf(daysFrom(nowMs, DAYS)[day], nowMs).map(
					(ms) =>
						html`<${Choice}
							name="slot"
							value=${ms}
							chosen=${slot === ms}
							onChoose=${() => onSlot(ms)}
							>${showHour(ms)}<//
						>`,
				)}
			</fieldset>
		`}
	`;
}

function Whose({ phone, other, onOther }) {
	return html`
		<fieldset class="choices">
			<legend>Call me on</legend>
			<${Choice} name="whose" value="own" chosen=${other === null} onChoose=${() => onOther(null)}
				>${showNumber(phone.number)}<//
			>
			<${Choice} name="whose" value="other" chosen=${other !== null} onChoose=${() => onOther('')}
				>Another number<//
			>
		</fieldset>
		${other !== null &&
		html`<label class="other"
			><span>Another number, with country code</span
			><input
				type="tel"
				required
				pattern="[+]?[0-9 ()\\-]{8,20}"
				value=${other}
				onInput=${({ target }) => onOther(target.value)}
				placeholder="+91 98123 45670"
		/></label>`}
	`;
}

/** The form after a missed call: when to call back and on which number, or not at all. */
export function CallBackForm({ phone, onSent, onBack }) {
	const [nowMs] = useState(sandboxNow);
	const [day, setDay] = useState(0);
	const [slot, setSlot] = useState(null);
	const [other, setOther] = useState(null);
	const [busy, setBusy] = useState(false);
	const firstSlot = day === null ? null : slotsOf(daysFrom(nowMs, DAYS)[day], nowMs)[0];
	const slotMs = day === null ? null : (slot ?? firstSlot);
	const send = async (order, words) => {
		setBusy(true);
		const deliveries = await attempt(async () => await post('/events', order));
		setBusy(false);
		if (deliveries) onSent(deliveries, words);
	};
	const ask = (event) => {
		event.preventDefault();
		void send(
			callMeBackOrder(phone, { slotMs, otherNumber: other ?? '' }),
			`${phone.name} will call you back`,
		);
	};
	const chooseDay = (index) => {
		setDay(index);
		setSlot(null);
	};
	return html`
		<form class="form" onSubmit=${ask}>
			<h3>When should ${phone.name} call you back?</h3>
			<${When} day=${day} slot=${slotMs} onDay=${chooseDay} onSlot=${setSlot} nowMs=${nowMs} />
			<${Whose} phone=${phone} other=${other} onOther=${setOther} />
			<button class="key go" disabled=${busy}>Call me back</button>
			<div class="formfoot">
				<button
					type="button"
					disabled=${busy}
					onClick=${() => void send(notInterestedOrder(phone), 'You will not be called back')}
				>
					Not interested
				</button>
				<button type="button" onClick=${onBack}>Back</button>
			</div>
		</form>
	`;
}
