import { html } from '../parts/html.js';
import { hello } from '../state/store.js';

const Endings = ({ title, rows, others }) => html`
	<div>
		<h3>${title}</h3>
		<dl class="endings">
			${rows.map(
				({ digits, meaning }) =>
					html`<dt>…${digits}</dt>
						<dd>${meaning}</dd>`,
			)}
			<dt>others</dt>
			<dd>${others}</dd>
		</dl>
	</div>
`;

/** The last four digits that decide the outcome in the simulation. */
export const TestNumbers = () => html`
	<section class="card" aria-labelledby="testnumbers-title">
		<h2 id="testnumbers-title">Test numbers</h2>
		<p>The last four digits of a number decide what happens with it in this sandbox.</p>
		<div class="endingpair">
			<${Endings}
				title="Receiver of a call"
				rows=${hello.value.testNumbers.receivers}
				others="the call shows your name and reason"
			/>
			<${Endings}
				title="Number that you list"
				rows=${hello.value.testNumbers.listed}
				others="the number is listed"
			/>
		</div>
	</section>
`;
