import { fateOf, meaningOf, personOf } from '../deliveries/answers.js';
import { showNumber } from '../parts/format.js';
import { html } from '../parts/html.js';
import { nameOfWebhook } from '../deliveries/delivery.js';
import { deliveries, webhooks } from '../state/store.js';

const SHOWN = 6;

const Row = ({ delivery }) => {
	const [fate, tone] = fateOf(delivery);
	const person = personOf(delivery.event);
	return html`
		<li>
			<strong>${person === '' ? 'An event' : showNumber(person)}</strong>
			<span>${meaningOf(delivery.event)}</span>
			<small><span data-tone=${tone}>${fate}</span>: ${nameOfWebhook(delivery)}</small>
		</li>
	`;
};

const Nothing = () => html`
	<p>
		Press <b>Ring</b> on a phone, then <b>Missed it: call me back</b>. The answer goes to your
		workflow as Truecaller would send it.
	</p>
	${webhooks.value.length === 0 &&
	html`<p>
		No webhook is registered yet. <a href="#controls">Register the URL of your trigger</a>.
	</p>`}
`;

/** The customers' answers, and whether a workflow has received them. */
export const LatestDeliveries = () => html`
	<aside class="latest" aria-labelledby="latest-title">
		<h2 id="latest-title">What they answered</h2>
		${deliveries.value.length === 0
			? html`<${Nothing} />`
			: html`<ol>
						${deliveries.value
							.slice(0, SHOWN)
							.map((delivery) => html`<${Row} delivery=${delivery} key=${delivery.id} />`)}
					</ol>
					<a href="#deliveries">All deliveries</a>`}
	</aside>
`;
