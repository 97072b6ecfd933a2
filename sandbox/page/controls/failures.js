import { plural } from '../parts/format.js';
import { html } from '../parts/html.js';
import { attempt, post } from '../state/plane.js';
import { hello, orders } from '../state/store.js';

const FAILURES = [
	['429: too many requests', { status: 429 }],
	[
		'401: please log in again',
		{ status: 401, body: { slug: 'authorization-error', message: 'please login again' } },
	],
	['403: no access', { status: 403 }],
	['500: a fault at Truecaller', { status: 500 }],
	['503: not available', { status: 503 }],
	['Connection cut before the request is read', { connection: 'resetBeforeBody' }],
	['Request read, then no answer: connection cut', { connection: 'resetAfterBody' }],
	['No answer: connection left open', { connection: 'hang' }],
	['Answer 5 seconds late', { delayMs: 5_000 }],
];

async function order(event) {
	event.preventDefault();
	const { failure, route, times } = event.target.elements;
	const [words, what] = FAILURES[failure.selectedIndex];
	const where = route.value === '' ? {} : { route: route.value };
	await attempt(
		async () => await post('/next', { ...what, ...where, times: Number(times.value) }),
		`Set: ${words}`,
	);
}

/** Planned failures for the next requests. */
export const Failures = () => html`
	<section class="card" aria-labelledby="failures-title">
		<h2 id="failures-title">Make the next requests fail</h2>
		<form onSubmit=${order}>
			<label class="setting"
				><span>Failure</span
				><select name="failure">
					${FAILURES.map(([words]) => html`<option>${words}</option>`)}
				</select></label
			>
			<label class="setting"
				><span>Request</span
				><select name="route">
					<option value="">Any request</option>
					${Object.entries(hello.value.purposes).map(
						([value, words]) => html`<option value=${value}>${words}</option>`,
					)}
				</select></label
			>
			<label class="setting"
				><span>How many times</span
				><input name="times" type="number" min="1" max="1000" value="1" required
			/></label>
			<button>Set the failure</button>
			<p class="fine" role="status">
				${orders.value.waiting === 0
					? 'No failure is set.'
					: `${plural(orders.value.waiting, 'request')} will still fail.`}
			</p>
		</form>
	</section>
`;
