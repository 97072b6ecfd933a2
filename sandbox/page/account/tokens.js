import { showSpan, showTime, showWait } from '../parts/format.js';
import { html } from '../parts/html.js';
import { sandboxNow, tokens } from '../state/store.js';

function nextWords({ used, most, nextAtMs, freedAtMs, enforced, windowMs }) {
	if (!enforced) return 'The limits are switched off: any number of tokens.';
	if (nextAtMs !== null)
		return `All ${most} are used up. The next token is possible at ${showTime(nextAtMs)}, in ${showWait(nextAtMs - sandboxNow())}.`;
	const freed =
		freedAtMs === null ? '' : ` The first of these is free again at ${showTime(freedAtMs)}.`;
	return `${most - used} more are possible now; ${most} in ${Math.round(windowMs / 60_000)} minutes are all there are.${freed}`;
}

const Alive = ({ token }) => html`
	<li>
		<span>Token ${token.ordinal}</span
		><span>works for another ${showSpan(token.endsAtMs - sandboxNow())}</span>
	</li>
`;

/** The tokens made, as places taken out of the allowed ten. */
export function Tokens() {
	const view = tokens.value;
	if (!view) return null;
	return html`
		<section class="card" aria-labelledby="tokens-title">
			<h2 id="tokens-title">Tokens: ${view.used} of ${view.most}</h2>
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
