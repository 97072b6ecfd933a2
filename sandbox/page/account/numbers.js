import { hueOf, initialsOf, plural, showNumber, showWait } from '../parts/format.js';
import { html } from '../parts/html.js';
import { featureSets, labels, sandboxNow, settings } from '../state/store.js';

const STATES = {
	listing: ['being listed', 'wait'],
	listed: ['listed', 'good'],
	delisting: ['being delisted', 'wait'],
	failed: ['listing failed', 'bad'],
	ownedByOther: ['another account’s', 'blind'],
	otherPhoneType: ['another phone type', 'blind'],
};

function leftOf({ state, sinceMs }) {
	const { listingMs, delistingMs } = settings.value ?? {};
	const takesMs = { listing: listingMs, delisting: delistingMs }[state];
	return takesMs === undefined ? '' : `, ${showWait(sinceMs + takesMs - sandboxNow())} left`;
}

const Number = ({ known }) => {
	const [words, tone] = STATES[known.state];
	return html`<li>
		<code>${showNumber(known.phoneNumber)}</code
		><span data-tone=${tone}>${words}${leftOf(known)}</span>
	</li>`;
};

function FeatureSet({ row }) {
	const { name, status, label, callMeBack, survey, counts, numbers } = row;
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const features = [
		callMeBack && 'Call Me Back',
		survey && 'User Feedback',
		status === 'draft' && 'draft',
	].filter(Boolean);
	return html`
		<details class="featureset" open=${total > 0 && total <= 3}>
			<summary>
				<b>${name}</b><small>${[label, ...features].join(' · ')}</small
				><span class="states"
					>${total === 0
						? 'no numbers'
						: Object.entries(counts).map(
								([state, count]) =>
									html`<span data-tone=${STATES[state][1]}
										>${count.toLocaleString('en')} ${STATES[state][0]}</span
									>`,
							)}</span
				>
			</summary>
			<ul class="rows" tabindex="0" aria-label=${`Numbers of ${name}`}>
				${[...numbers]
					.reverse()
					.map((known) => html`<${Number} known=${known} key=${known.phoneNumber} />`)}
			</ul>
			${total > numbers.length &&
			html`<p class="nothing">and ${plural(total - numbers.length, 'more number')}</p>`}
		</details>
	`;
}

export const FeatureSets = () => html`
	<section class="card" aria-labelledby="featuresets-title">
		<h2 id="featuresets-title">Feature sets and numbers</h2>
		${featureSets.value.rows.map((row) => html`<${FeatureSet} row=${row} key=${row.id} />`)}
	</section>
`;

export const Labels = () => html`
	<section class="card" aria-labelledby="labels-title">
		<h2 id="labels-title">Labels: ${labels.value.count.toLocaleString('en')}</h2>
		<ul class="labels">
			${labels.value.rows.map(
				({ id, name }) =>
					html`<li key=${id}>
						<span class="logo" aria-hidden="true" style=${{ '--hue': hueOf(name) }}
							>${initialsOf(name)}</span
						>${name}
					</li>`,
			)}
		</ul>
	</section>
`;
