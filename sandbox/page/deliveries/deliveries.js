import { fateOf, meaningOf, personOf } from './answers.js';
import { nameOfWebhook, nextWords, sendAgain } from './delivery.js';
import { plural, showNumber, showTime } from '../parts/format.js';
import { html } from '../parts/html.js';
import { Icon } from '../parts/icons.js';
import { deliveries } from '../state/store.js';

const answerOf = ({ status, answer }) =>
	status === null ? 'no answer' : `${status} ${answer.trim() || '(no body)'}`;

const Attempt = ({ attempt, number }) => html`
	<tr>
		<td>${number}</td>
		<td>${showTime(attempt.at)}</td>
		<td><code>${answerOf(attempt)}</code><small>${attempt.tookMs} ms</small></td>
		<td data-tone=${attempt.taken ? 'good' : 'bad'}>
			${attempt.taken ? 'taken' : `not taken: ${attempt.reason}`}
		</td>
	</tr>
`;

const Attempts = ({ delivery }) => html`
	<div
		class="scroll"
		tabindex="0"
		role="region"
		aria-label=${`Attempts of delivery ${delivery.id}`}
	>
		<table>
			<thead>
				<tr>
					<th scope="col">Attempt</th>
					<th scope="col">Time</th>
					<th scope="col">Answer</th>
					<th scope="col">Verdict</th>
				</tr>
			</thead>
			<tbody>
				${delivery.attempts.map(
					(attempt, index) => html`<${Attempt} attempt=${attempt} number=${index + 1} />`,
				)}
			</tbody>
		</table>
	</div>
`;

function Delivery({ delivery }) {
	const { id, event, state, attempts, againOf, nextAttemptAt } = delivery;
	const [fate, tone] = fateOf(delivery);
	const person = personOf(event);
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
				<span class="next"
					>${nextAttemptAt === null
						? `Delivery ${id}: ${state}`
						: `Delivery ${id}: ${nextWords(delivery)}`}</span
				>
				<details>
					<summary>The event</summary>
					<pre tabindex="0">${JSON.stringify(event, null, 2)}</pre>
				</details>
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

/** The log, newest first, as Truecaller's console would have it. */
export const Deliveries = () => html`
	<section class="view" aria-labelledby="deliveries-title">
		<h1 id="deliveries-title">Deliveries</h1>
		<p class="lead">
			What customers answered, sent to your webhooks as Truecaller sends it. An event counts as
			taken when the answer is 2xx and JSON; otherwise it comes again, seven times at most.${' '}
			<b>Send again</b> repeats the very same event: a good trigger starts nothing twice.
		</p>
		<p class="tally">${plural(deliveries.value.length, 'delivery', 'deliveries')}</p>
		${deliveries.value.length === 0 &&
		html`<p class="nothing">
			Nothing yet. Ring one of the <a href="#phones">phones</a> and ask to be called back.
		</p>`}
		${deliveries.value.map(
			(delivery) => html`<${Delivery} delivery=${delivery} key=${delivery.id} />`,
		)}
	</section>
`;
