import { fateOf } from '../deliveries/answers.js';
import { plural } from '../parts/format.js';
import { html } from '../parts/html.js';
import { deliveries } from '../state/store.js';
import { executionsOf, nameOfWebhook, nextWords } from '../deliveries/delivery.js';

const Fate = ({ delivery }) => {
	const [fate, tone] = fateOf(delivery);
	const last = delivery.attempts.at(-1);
	const executions = executionsOf(delivery);
	return html`
		<li>
			<strong>${nameOfWebhook(delivery)}</strong>:${' '}
			<span class="fate" data-tone=${tone}>${fate}</span>
			${last && !last.taken && html`<small>${last.reason}; ${nextWords(delivery)}</small>`}
			${executions &&
			html`<a class="execution" href=${executions} target="_blank" rel="noopener"
				>See the execution in n8n</a
			>`}
		</li>
	`;
};

/** The result of an answer: whether the user's workflow has received it. */
export function Sent({ ids, words, onDone }) {
	const own = deliveries.value.filter(({ id }) => ids.includes(id));
	return html`
		<div class="form sent">
			<h3>${words}</h3>
			<p>Sent to ${plural(ids.length, 'webhook')}:</p>
			<ul>
				${own.map((delivery) => html`<${Fate} delivery=${delivery} key=${delivery.id} />`)}
			</ul>
			<button class="key go" onClick=${onDone}>Done</button>
			<div class="formfoot"><a href="#deliveries" onClick=${onDone}>Open the delivery log</a></div>
		</div>
	`;
}
