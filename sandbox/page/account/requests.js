import { useState } from 'preact/hooks';

import { showNumber, showTime, showZone } from '../parts/format.js';
import { html } from '../parts/html.js';
import { Row, Table } from '../parts/table.js';
import { explain } from '../parts/words.js';
import { purposeOf, requests } from '../state/store.js';

const SHOWN = 100;

/** Returns the receiver or subject of a request, if its body tells. */
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

const writeJson = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** The request or the answer. A long batch is shown only by the control plane. */
const Text = ({ title, value, length, route }) => html`
	<div>
		<h3>${title}</h3>
		${value !== null
			? html`<pre tabindex="0" aria-label=${title}>${writeJson(value)}</pre>`
			: length === 0
				? html`<p class="fine">no body</p>`
				: html`<p class="fine">
						${length.toLocaleString('en')} characters are too long for this page.${' '}
						<a href=${`/sandbox/received?route=${route}`} target="_blank" rel="noopener"
							>Open the requests as JSON</a
						>
					</p>`}
	</div>
`;

const Json = ({ request }) => html`
	<tr role="row" class="json">
		<td role="cell" colspan="4">
			<p>
				<code>${request.method} ${request.path}</code>
				${' '}<small>Without access token and Secret API Key.</small>
			</p>
			<div class="halves">
				<${Text}
					title="Request"
					value=${request.body}
					length=${request.bodyLength}
					route=${request.route}
				/>
				<${Text}
					title="Answer"
					value=${request.answer}
					length=${request.answerLength}
					route=${request.route}
				/>
			</div>
		</td>
	</tr>
`;

function Request({ request, columns }) {
	const { at, route, status, said } = request;
	const [open, setOpen] = useState(false);
	const why = explain(request);
	const cells = [
		showTime(at),
		html`<b>${purposeOf(route)}</b><br /><small class="subject">${subjectOf(request)}</small>
			<button class="link" aria-expanded=${open} onClick=${() => setOpen(!open)}>
				${open ? 'Hide JSON' : 'Show JSON'}
			</button>`,
		html`<span class="status" data-tone=${toneOf(request)}>${status ?? 'none'}</span>`,
		html`${why !== '' && html`<span>${why}</span>`}${said !== null &&
		html`<small>Truecaller said: “${said}”</small>`}`,
	];
	return html`
		<${Row} cells=${cells} columns=${columns} />
		${open && html`<${Json} request=${request} />`}
	`;
}

/** The requests that arrived, newest first, and why they were refused. */
export function Requests() {
	const columns = [`Time (${showZone(Date.now())})`, 'Request', 'Status', 'What it means'];
	const shown = requests.value.slice(0, SHOWN);
	return html`
		<section class="card" aria-labelledby="requests-title">
			<h2 id="requests-title">Requests</h2>
			${shown.length === 0
				? html`<p class="nothing">No request yet.</p>`
				: html`<${Table} label="Requests" columns=${columns} tall=${true}>
						${shown.map(
							(request) =>
								html`<${Request} request=${request} columns=${columns} key=${request.id} />`,
						)}
					<//>`}
		</section>
	`;
}
