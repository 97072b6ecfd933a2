import { showClock, showSpan, showWait } from '../parts/format.js';
import { html } from '../parts/html.js';
import { sandboxNow, tokens } from '../state/store.js';

function nextWords({ used, most, nextAtMs, freedAtMs, enforced, windowMs }) {
	if (!enforced) return 'Limits are not enforced: any number of tokens is possible.';
	if (nextAtMs !== null)
		return `All ${most} are used up. The next token is possible at ${showClock(nextAtMs)}, in ${showWait(nextAtMs - sandboxNow())}.`;
	const freed =
		freedAtMs === null ? '' : ` The first one is free again at ${showClock(freedAtMs)}.`;
	return `${most - used} more are possible now. Truecaller gives ${most} in ${Math.round(windowMs / 60_000)} minutes.${freed}`;
}

const Alive = ({ token }) => html`
	<li>
		<span>Token ${token.ordinal}</span
		><span>works for another ${showSpan(token.endsAtMs - sandboxNow())}</span>
	</li>
`;

/** The access tokens issued, out of the 10 that Truecaller allows. */
export function Tokens() {
	const view = tokens.value;
	if (!view) return null;
	return html`
		<section class="card" aria-labelledby="tokens-title">
			<h2 id="tokens-title">Access tokens: ${view.used} of ${view.most} used</h2>
			<div class="places" aria-hidden="true">
				${Array.from(
					{ length: Math.min(view.most, 40) },
					(_, index) => html`<i data-used=${index < view.used}></i>`,
				)}
			</div>
			<p>${nextWords(view)}</p>
			${view.alive.length > 0 &&
			html`<ul class="rows">
				${view.alive
					.slice(-10)
					.map((token) => html`<${Alive} token=${token} key=${token.ordinal} />`)}
			</ul>`}
		</section>
	`;
}
