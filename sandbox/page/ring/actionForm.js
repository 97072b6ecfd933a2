import { useState } from 'preact/hooks';

import { html } from '../parts/html.js';
import { actionOrder } from './occasion.js';
import { attempt, post } from '../state/plane.js';

/** Buttons that Truecaller's pages name. Their form in an event is not documented. */
const ACTIONS = [
	['RESCHEDULE', 'Reschedule'],
	['SHARE_LOCATION', 'Share my location'],
	['LEAVE_AT_DOOR', 'Leave at the door'],
	['CANCEL_DELIVERY', 'Cancel the delivery'],
	['TRACK_ORDER', 'Track my order'],
	['CALL_IN_15_MINUTES', 'Call me in 15 minutes'],
];

/** The buttons that a customer sees after a call. */
export function ActionForm({ phone, onSent, onBack }) {
	const [busy, setBusy] = useState(false);
	const send = async (action, words) => {
		setBusy(true);
		const deliveries = await attempt(async () => await post('/events', actionOrder(phone, action)));
		setBusy(false);
		if (deliveries) onSent(deliveries, `You pressed “${words}”`);
	};
	return html`
		<div class="form">
			<h3>What should ${phone.name} do?</h3>
			<div class="actions">
				${ACTIONS.map(
					([action, words]) =>
						html`<button
							class="key rate"
							disabled=${busy}
							onClick=${() => void send(action, words)}
						>
							${words}
						</button>`,
				)}
			</div>
			<p class="guess">
				Truecaller publishes no example of this event: type, names and fields are our guess.
			</p>
			<div class="formfoot"><button type="button" onClick=${onBack}>Back</button></div>
		</div>
	`;
}
