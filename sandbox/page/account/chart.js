import { html } from '../parts/html.js';

const WIDTH = 360;
const HEIGHT = 90;
const AIR = 1.15;

const Bar = ({ x, width, value, refused, scale }) => html`
	<rect class="bar" x=${x} width=${width} y=${HEIGHT - value * scale} height=${value * scale} />
	${refused > 0 &&
	html`<rect
		class="bar refused"
		x=${x}
		width=${width}
		y=${HEIGHT - (value + refused) * scale}
		height=${refused * scale}
	/>`}
`;

/** Bars for the last minute and a line for the limit. The sentence describes the same in words. */
export function Chart({ title, sentence, points, limit }) {
	const most = Math.max(limit * AIR, ...points.map(({ value, refused }) => value + refused));
	const scale = HEIGHT / most;
	const step = WIDTH / points.length;
	return html`
		<figure class="chart">
			<figcaption><strong>${title}</strong><span>${sentence}</span></figcaption>
			<svg
				viewBox=${`0 0 ${WIDTH} ${HEIGHT}`}
				preserveAspectRatio="none"
				role="img"
				aria-label=${`${title}: ${sentence}`}
			>
				${points.map(
					({ value, refused }, index) =>
						html`<${Bar}
							key=${index}
							x=${index * step + 0.5}
							width=${step - 1}
							value=${value}
							refused=${refused}
							scale=${scale}
						/>`,
				)}
				<line
					class="limit"
					x1="0"
					x2=${WIDTH}
					y1=${HEIGHT - limit * scale}
					y2=${HEIGHT - limit * scale}
				/>
			</svg>
		</figure>
	`;
}
