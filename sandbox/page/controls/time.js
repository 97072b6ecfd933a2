import { showClock, showDay, showSpan } from '../parts/format.js';
import { html } from '../parts/html.js';
import { attempt, post } from '../state/plane.js';
import { ChoiceSetting } from './settingFields.js';
import { clock, sandboxNow } from '../state/store.js';

const STEPS = [
	['2 min', 120_000],
	['30 min', 1_800_000],
	['1 hour', 3_600_000],
	['1 day', 86_400_000],
];
const SPEEDS = [
	[1, 'real time'],
	[60, '60 times faster: a minute takes a second'],
	[3_600, '3,600 times faster: an hour takes a second'],
	[60_000, '60,000 times faster: all 7 retries in 5 seconds'],
];

const move = async (body) => await attempt(async () => await post('/clock', body));

/** The sandbox's clock, which tokens, windows, batches and retries use. */
export const Time = () => {
	const { aheadMs, frozen } = clock.value;
	const now = sandboxNow();
	return html`
		<section class="card" aria-labelledby="time-title">
			<h2 id="time-title">Clock</h2>
			<p class="bigtime">
				${showClock(now)}<small
					>${showDay(now)}${aheadMs > 0 && `, ${showSpan(aheadMs)} ahead`}${frozen &&
					', stopped'}</small
				>
			</p>
			<div class="buttons" role="group" aria-label="Move the clock">
				${STEPS.map(
					([words, ms]) =>
						html`<button onClick=${() => void move({ advanceMs: ms })}>+ ${words}</button>`,
				)}
			</div>
			<div class="buttons">
				<button onClick=${() => void move({ freeze: true })} disabled=${frozen}>
					Stop the clock
				</button>
				<button onClick=${() => void move({ reset: true })} disabled=${!frozen && aheadMs === 0}>
					Back to real time
				</button>
			</div>
			<${ChoiceSetting} label="Speed of webhook retries" name="webhookSpeed" choices=${SPEEDS} />
		</section>
	`;
};
