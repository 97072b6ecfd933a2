import { plural, showClock, showWait } from '../parts/format.js';
import { html } from '../parts/html.js';
import { batches, sandboxNow, settings } from '../state/store.js';

const TONES = { success: 'good', pending: 'wait', 'Failed to push': 'wait' };
const WORDS = { success: 'shown', pending: 'in progress' };

const toneOf = (end) => TONES[end] ?? 'blind';

function Batch({ batch }) {
	const { id, total, counts, settled, acceptedAtMs } = batch;
	const settleMs = settings.value?.batchSettleMs ?? 0;
	const elapsedMs = sandboxNow() - acceptedAtMs;
	const ends = Object.entries(counts).sort(([, one], [, other]) => other - one);
	const done =
		settled || settleMs === 0
			? 100
			: Math.min(99, Math.max(0, Math.round((elapsedMs / settleMs) * 100)));
	return html`
		<li class="batch">
			<div class="batchhead">
				<b>${plural(total, 'call')}</b
				><span
					>${settled ? 'finished' : `ready in ${showWait(settleMs - elapsedMs)}`}, sent at${' '}
					${showClock(acceptedAtMs)}</span
				>
			</div>
			<div
				class="progress"
				role="progressbar"
				aria-label=${`Batch of ${total}`}
				aria-valuemin="0"
				aria-valuemax="100"
				aria-valuenow=${done}
			>
				${settled
					? ends.map(
							([end, count]) =>
								html`<i
									data-tone=${toneOf(end)}
									style=${{ width: `${(count / total) * 100}%` }}
								></i>`,
						)
					: html`<i data-tone="wait" style=${{ width: `${done}%` }}></i>`}
			</div>
			<ul class="legend">
				${ends.map(
					([end, count]) =>
						html`<li data-tone=${toneOf(end)}>
							<b>${count.toLocaleString('en')}</b> ${WORDS[end] ?? end}
						</li>`,
				)}
			</ul>
			<code>${id}</code>
		</li>
	`;
}

/** The latest batches, with the states of their records. */
export const Batches = () => html`
	<section class="card" aria-labelledby="batches-title">
		<h2 id="batches-title">Batches</h2>
		${batches.value.length === 0
			? html`<p class="nothing">No batch yet. The operation Personalise Many sends batches.</p>`
			: html`<ul class="batches" tabindex="0" aria-labelledby="batches-title">
					${batches.value.map((batch) => html`<${Batch} batch=${batch} key=${batch.id} />`)}
				</ul>`}
	</section>
`;
