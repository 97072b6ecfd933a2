import { showNumber, showTime } from '../parts/format.js';
import { html } from '../parts/html.js';
import { explain } from '../parts/words.js';
import { purposeOf, requests } from '../state/store.js';

const SHOWN = 100;

/** Whom or what a request was about, as far as its body tells. */
function subjectOf({ body }) {
	const {
		receiver_number: receiver,
		receiver: former,
		call_records: records,
		phone_numbers: numbers,
	} = body ?? {};
	const person = receiver ?? former;
	if (typeof person === 'string') return showNumber(person.replace(/\D/g, ''));
	if (Array.isArray(records)) return `${records.length} records`;
	return Array.isArray(numbers) ? `${numbers.length} numbers` : '';
}

const CANNOT_SEE = /not a Truecaller user|not supported|Failed to push/;

function toneOf({ status, said }) {
	if (status === null) return 'bad';
	if (CANNOT_SEE.test(said ?? '')) return 'blind';
	return status < 300 ? 'good' : 'bad';
}

function Request({ request }) {
	const { at, route, method, path, status, said } = request;
	const why = explain(request);
	return html`
		<tr>
			<td>${showTime(at)}</td>
			<td title=${`${method} ${path}`}>
				<b>${purposeOf(route)}</b><small>${subjectOf(request)}</small>
			</td>
			<td><span class="status" data-tone=${toneOf(request)}>${status ?? 'none'}</span></td>
			<td>
				${why !== '' && html`<span>${why}</span>`}${said !== null &&
				html`<small>Truecaller said: “${said}”</small>`}
			</td>
		</tr>
	`;
}

/** What arrived over the wire, newest first, and why it was refused. */
export const Requests = () => html`
	<section class="card" aria-labelledby="requests-title">
		<h2 id="requests-title">Requests</h2>
		${requests.value.length === 0
			? html`<p class="nothing">Nothing has arrived yet.</p>`
			: html`
					<div class="scroll tall" tabindex="0" role="region" aria-labelledby="requests-title">
						<table>
							<thead>
								<tr>
									<th scope="col">Time</th>
									<th scope="col">What for</th>
									<th scope="col">Answer</th>
									<th scope="col">What it means</th>
								</tr>
							</thead>
							<tbody>
								${requests.value
									.slice(0, SHOWN)
									.map((request) => html`<${Request} request=${request} key=${request.id} />`)}
							</tbody>
						</table>
					</div>
				`}
	</section>
`;
