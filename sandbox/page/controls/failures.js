import { html } from '../parts/html.js';
import { attempt, post } from '../state/plane.js';
import { hello, orders } from '../state/store.js';

const FAILURES = [
	['429: too fast', { status: 429 }],
	[
		'401: please log in again',
		{ status: 401, body: { slug: 'authorization-error', message: 'please login again' } },
	],
	['403: not allowed', { status: 403 }],
	['500: a fault at Truecaller', { status: 500 }],
	['503: not available', { status: 503 }],
	['Cut before it is read', { connection: 'resetBeforeBody' }],
	['Read, then cut without an answer', { connection: 'resetAfterBody' }],
	['No answer at all', { connection: 'hang' }],
	['Five seconds late', { delayMs: 5_000 }],
];

async function order(event) {
	event.preventDefault();
	const { failure, route, times } = event.target.elements;
	const [words, what] = FAILURES[failure.selectedIndex];
	const where = route.value === '' ? {} : { route: route.value };
	await attempt(
		async () => await post('/next', { ...what, ...where, times: Number(times.value) }),
		`Ordered: ${words}`,
	);
}

/** What the next calls are to meet. */
export const Failures = () => html`
	<section class="card" aria-labelledby="failures-title">
		<h2 id="failures-title">Let the next call fail</h2>
		<form onSubmit=${order}>
			<label class="setting"
				><span>With</span
				><select name="failure">
					${FAILURES.map(([words]) => html`<option>${words}</option>`)}
				</select></label
			>
			<label class="setting"
				><span>Which</span
				><select name="route">
					<option value="">Any request</option>
					${Object.entries(hello.value.purposes).map(
						([value, words]) => html`<option value=${value}>${words}</option>`,
					)}
				</select></label
			>
			<label class="setting"
				><span>How often</span
				><input name="times" type="number" min="1" max="1000" value="1" required
			/></label>
			<button>Order it</button>
			<p class="fine" role="status">
				${orders.value.waiting === 0
					? 'Nothing is ordered.'
					: `${orders.value.waiting} still to come.`}
			</p>
		</form>
	</section>
`;
