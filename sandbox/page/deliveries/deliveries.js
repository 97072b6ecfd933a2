import { fateOf, meaningOf, personOf } from './answers.js';
import { executionsOf, nameOfWebhook, nextWords, sendAgain } from './delivery.js';
import { plural, showNumber, showTime, showZone } from '../parts/format.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { SendEvent } from './sendEvent.js';
import { Row, Table } from '../parts/table.js';
import { deliveries } from '../state/store.js';

const answerOf = ({ status, answer }) =>
	status === null ? 'no answer' : `${status} ${answer.trim() || '(no body)'}`;

const cellsOf = (attempt, index) => [
	index + 1,
	showTime(attempt.at),
	html`<code>${answerOf(attempt)}</code><small>${attempt.tookMs} ms</small>`,
	html`<span data-tone=${attempt.taken ? 'good' : 'bad'}
		>${attempt.taken ? 'Delivered' : `Not delivered: ${attempt.reason}`}</span
	>`,
];

function Attempts({ delivery: { id, attempts } }) {
	const columns = ['Attempt', `Time (${showZone(attempts[0].at)})`, 'Answer', 'Result'];
	return html`
		<${Table} label=${`Attempts of delivery ${id}`} columns=${columns}>
			${attempts.map(
				(attempt, index) => html`<${Row} cells=${cellsOf(attempt, index)} columns=${columns} />`,
			)}
		<//>
	`;
}

const Executions = ({ delivery }) => {
	const url = executionsOf(delivery);
	return (
		url &&
		html`<a
			class="button"
			href=${url}
			target="_blank"
			rel="noopener"
			aria-label=${`Execution in n8n: delivery ${delivery.id}`}
			>Execution in n8n <${Icon} name="open"
		/></a>`
	);
};

function Delivery({ delivery }) {
	const { id, event, attempts, againOf } = delivery;
	const [fate, tone] = fateOf(delivery);
	const person = personOf(event);
	const next = nextWords(delivery);
	return html`
		<article class="card delivery" aria-labelledby=${`delivery-${id}`}>
			<header>
				<div>
					<h3 id=${`delivery-${id}`}>${meaningOf(event)}</h3>
					<p>
						${person !== '' && `${showNumber(person)} · `}to${' '}
						<b>${nameOfWebhook(delivery)}</b>${againOf !== null &&
						` · the event of delivery ${againOf} once more`}
					</p>
				</div>
				<span class="badge" data-tone=${tone}>${fate}</span>
			</header>
			${attempts.length > 0 && html`<${Attempts} delivery=${delivery} />`}
			<footer>
				<span class="next">Delivery ${id}${next !== '' && `: ${next}`}</span>
				<details>
					<summary>Event as JSON</summary>
					<pre tabindex="0">${JSON.stringify(event, null, 2)}</pre>
				</details>
				<${Executions} delivery=${delivery} />
				<button
					onClick=${() => void sendAgain(delivery)}
					aria-label=${`Send again: delivery ${id}`}
				>
					<${Icon} name="again" /> Send again
				</button>
			</footer>
		</article>
	`;
}

/** The deliveries, newest first. */
export const Deliveries = () => html`
	<section class="view" aria-labelledby="deliveries-title">
		<h1 id="deliveries-title">Deliveries</h1>
		<p class="lead">
			Events on their way to your webhooks, sent as Truecaller sends them. An event is delivered
			when the answer is 2xx and JSON. Otherwise Truecaller sends it again, at most seven
			times.${' '}
			<b>Send again</b> repeats the same event: the trigger starts your workflow only once.
		</p>
		<${SendEvent} />
		<p class="tally">${plural(deliveries.value.length, 'delivery', 'deliveries')}</p>
		${deliveries.value.length === 0 &&
		html`<p class="nothing">
			No event yet. Send one above, or ring one of the <a href="#phones">phones</a> and ask to be
			called back.
		</p>`}
		${deliveries.value.map(
			(delivery) => html`<${Delivery} delivery=${delivery} key=${delivery.id} />`,
		)}
	</section>
`;
