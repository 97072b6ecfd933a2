import { computed, signal } from '@preact/signals';

import { FirstCall } from './firstCall.js';
import { plural } from '../parts/format.js';
import { Grid } from './grid.js';
import { html } from '../parts/html.js';
import { LatestDeliveries } from './latest.js';
import { PhoneCard } from './phone.js';
import { inRuns } from './runs.js';
import { isShown } from '../handset/sight.js';
import { phones } from '../state/store.js';
import { Story } from './story.js';

const wanted = signal('');
const kind = signal('all');

const KINDS = [
	['all', 'All phones', () => true],
	['shown', 'Can see it', isShown],
	['blind', 'Cannot see it', (phone) => !isShown(phone)],
];

const textOf = ({ number, name, label, reason }) =>
	`${number} ${name} ${label} ${reason}`.toLowerCase();

const inOrder = computed(() => inRuns(phones.value));

const found = computed(() => {
	const text = wanted.value.trim().toLowerCase();
	const digits = text.replace(/[\s+()-]/g, '');
	const [, , fits] = KINDS.find(([each]) => each === kind.value);
	return inOrder.value.filter(
		(phone) =>
			fits(phone) &&
			(textOf(phone).includes(text) || (/^\d+$/.test(digits) && phone.number.includes(digits))),
	);
});

const shownCount = computed(() => phones.value.filter(isShown).length);

const Finder = () => html`
	<div class="finder">
		<p class="tally">
			<strong>${plural(phones.value.length, 'phone')}</strong>:${' '}
			<span data-tone="good">${shownCount.value.toLocaleString('en')} can show your name</span
			>,${' '}
			<span data-tone="blind"
				>${(phones.value.length - shownCount.value).toLocaleString('en')} cannot</span
			>
		</p>
		<label class="field">
			<span>Show</span>
			<select value=${kind.value} onChange=${({ target }) => (kind.value = target.value)}>
				${KINDS.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
			</select>
		</label>
		<label class="field">
			<span>Find</span>
			<input
				type="search"
				placeholder="Number, name or reason"
				value=${wanted.value}
				onInput=${({ target }) => (wanted.value = target.value)}
			/>
		</label>
	</div>
`;

const PHONE_PX = { row: 604, column: 256 };

/** The phones of all receivers with a personalised call, the latest run first. */
export const Stage = () => html`
	<div class="intro" data-phones=${phones.value.length > 0}>
		<h1 id="story-title">See what your customer sees</h1>
		<${Story} />
		${phones.value.length === 0 && html`<${FirstCall} />`}
	</div>
	${phones.value.length > 0 &&
	html`
		<div class="stage">
			<section aria-labelledby="phones-title">
				<h2 id="phones-title">Your customers’ phones</h2>
				<${Finder} />
				${found.value.length === 0 &&
				html`<p class="nothing">No phone matches. Change the search.</p>`}
				<${Grid}
					items=${found.value}
					rowPx=${PHONE_PX.row}
					columnPx=${PHONE_PX.column}
					label="Phones"
					draw=${(phone, position) =>
						html`<${PhoneCard} phone=${phone} position=${position} total=${found.value.length} />`}
				/>
			</section>
			<${LatestDeliveries} />
		</div>
	`}
`;
