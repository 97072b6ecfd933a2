import { useState } from 'preact/hooks';

import { html } from '../parts/html.js';
import { feedbackOrder } from './occasion.js';
import { attempt, post } from '../state/plane.js';

const QUESTIONS = [
	['Was this call useful to you?', ['Yes', 'A little', 'No']],
	['How was the person who called?', ['Friendly', 'Okay', 'Unfriendly']],
];

/** The survey after a call. */
export function RatingForm({ phone, onSent, onBack }) {
	const [chosen, setChosen] = useState({});
	const [busy, setBusy] = useState(false);
	const send = async (event) => {
		event.preventDefault();
		setBusy(true);
		const answers = QUESTIONS.map(([question]) => ({ question, answer: chosen[question] }));
		const deliveries = await attempt(
			async () => await post('/events', feedbackOrder(phone, answers)),
		);
		setBusy(false);
		if (deliveries) onSent(deliveries, 'Thank you for your answer');
	};
	return html`
		<form class="form" onSubmit=${send}>
			<h3>How was the call from ${phone.name}?</h3>
			${QUESTIONS.map(
				([question, answers], index) => html`
					<fieldset class="choices">
						<legend>${question}</legend>
						${answers.map(
							(answer) =>
								html`<label class="choice"
									><input
										type="radio"
										required
										name=${`question${index}`}
										value=${answer}
										onChange=${() => setChosen({ ...chosen, [question]: answer })}
									/><span>${answer}</span></label
								>`,
						)}
					</fieldset>
				`,
			)}
			<p class="guess">
				Truecaller publishes no example of this event: type, names and fields are our guess.
			</p>
			<button class="key go" disabled=${busy}>Send my answer</button>
			<div class="formfoot"><button type="button" onClick=${onBack}>Back</button></div>
		</form>
	`;
}
