import { signal } from '@preact/signals';

import { Account } from './account/account.js';
import { Controls } from './controls/controls.js';
import { Deliveries } from './deliveries/deliveries.js';
import { showClock } from './parts/format.js';
import { html } from './parts/html.js';
import { Icon } from './parts/icons.js';
import { Notices } from './parts/notices.js';
import { RingDialog, ringing } from './ring/ring.js';
import { Stage } from './phones/stage.js';
import { clock, connection, deliveries, hello, phones, sandboxNow } from './state/store.js';

const VIEWS = [
	['phones', 'Phones', Stage, () => phones.value.length],
	['deliveries', 'Deliveries', Deliveries, () => deliveries.value.length],
	['account', 'Account', Account],
	['controls', 'Controls', Controls],
];

const current = signal('');
const readAddress = () => {
	const wanted = location.hash.slice(1);
	current.value = VIEWS.some(([id]) => id === wanted) ? wanted : 'phones';
};
readAddress();
addEventListener('hashchange', () => {
	readAddress();
	scrollTo(0, 0);
});

const LINES = { live: 'Live', connecting: 'Connecting …', lost: 'Connection lost, trying again …' };

const Clock = () => {
	const { frozen, aheadMs, speed } = clock.value;
	const notes = [
		frozen && 'stopped',
		aheadMs > 0 && 'ahead',
		speed > 1 && `retries ×${speed.toLocaleString('en')}`,
	].filter(Boolean);
	return html`<span class="clock" title="The clock of the sandbox, in the time zone of this browser"
		><${Icon} name="clock" /> ${showClock(sandboxNow())}${notes.length > 0 &&
		html` <em>${notes.join(', ')}</em>`}</span
	>`;
};

const Header = () => html`
	<header class="top">
		<a class="brand" href="#phones"
			><img src="/sandbox/page/mark.svg" alt="" width="32" height="32" /><span
				><b>Truecaller sandbox</b><small>Stand-in: no real phone rings</small></span
			></a
		>
		<div class="state">
			<span class="line" role="status" data-line=${connection.value}
				>${LINES[connection.value]}</span
			>
			<${Clock} />
			${hello.value.editorUrl &&
			html`<a class="button" href=${hello.value.editorUrl} target="_blank" rel="noopener"
				>Open n8n <${Icon} name="open"
			/></a>`}
		</div>
	</header>
`;

const Navigation = () => html`
	<nav class="tabs" aria-label="Views">
		${VIEWS.map(([id, words, , count]) => {
			const many = count?.() ?? 0;
			return html`<a href=${`#${id}`} aria-current=${current.value === id ? 'page' : undefined}
				>${words}${many > 0 && html` <span class="count">${many.toLocaleString('en')}</span>`}</a
			>`;
		})}
	</nav>
`;

/** The whole page. */
export function App() {
	const [, , View] = VIEWS.find(([id]) => id === current.value);
	return html`
		<${Header} />
		<${Navigation} />
		<main><${View} /></main>
		<${RingDialog} />
		${ringing.value === null && html`<${Notices} />`}
	`;
}
