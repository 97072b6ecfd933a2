import { Chart } from './chart.js';
import { html } from '../parts/html.js';
import { beat, rates, settings } from '../state/store.js';

const SECONDS = 60;
const NOTHING = { realTime: 0, realTimeRefused: 0, batch: 0, batchRefused: 0 };

const showWindow = (ms) => (ms === 1_000 ? 'second' : ms === 60_000 ? 'minute' : `${ms / 1_000} s`);

/**
 * Returns the last minute second by second, each with the number of requests in the window that
 * ends with it.
 */
function pointsOf(name, windowSeconds) {
	beat.value;
	const now = Math.floor(Date.now() / 1_000);
	const bySecond = new Map(rates.value.map((each) => [each.second, each]));
	const at = (second) => bySecond.get(second) ?? NOTHING;
	return Array.from({ length: SECONDS }, (_, index) => {
		const second = now - SECONDS + 1 + index;
		let value = 0;
		for (let back = 0; back < windowSeconds; back++) value += at(second - back)[name];
		return { value, refused: at(second)[`${name}Refused`] };
	});
}

function Rate({ title, name, limit, windowMs }) {
	const points = pointsOf(name, Math.max(1, Math.round(windowMs / 1_000)));
	const most = Math.max(...points.map(({ value }) => value));
	const refused = points.reduce((sum, each) => sum + each.refused, 0);
	const sentence = `Busiest ${showWindow(windowMs)}: ${most} of ${limit} allowed. Refused in the last minute: ${refused}.`;
	return html`<${Chart} title=${title} sentence=${sentence} points=${points} limit=${limit} />`;
}

/** The number of requests in the last minute, beside Truecaller's limits. */
export function Rates() {
	if (!settings.value) return null;
	const { realTimeCallsPerWindow, realTimeWindowMs, batchCallsPerWindow, batchWindowMs } =
		settings.value.limits;
	return html`
		<section class="card" aria-labelledby="rates-title">
			<h2 id="rates-title">Rate limits</h2>
			<div class="charts">
				<${Rate}
					title="Real-time calls"
					name="realTime"
					limit=${realTimeCallsPerWindow}
					windowMs=${realTimeWindowMs}
				/>
				<${Rate}
					title="Batches"
					name="batch"
					limit=${batchCallsPerWindow}
					windowMs=${batchWindowMs}
				/>
			</div>
		</section>
	`;
}
