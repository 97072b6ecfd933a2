import { signal } from '@preact/signals';

import { html } from './html.js';

const notices = signal([]);
const SHOWN_MS = 9_000;
let lastId = 0;

const dismiss = (id) => (notices.value = notices.value.filter((each) => each.id !== id));

/** Shows a sentence at the edge of the page for some seconds. Screen readers read it out. */
export function tellPerson(words, kind = 'plain') {
	const id = ++lastId;
	notices.value = [...notices.value.slice(-2), { id, words, kind }];
	setTimeout(() => dismiss(id), SHOWN_MS);
}

/**
 * Draws the notices. An open modal dialog covers and disables everything outside it, so it draws
 * them itself.
 */
export const Notices = () => html`
	<div class="notices" role="status" aria-live="polite">
		${notices.value.map(
			({ id, words, kind }) => html`
				<div class="notice" data-kind=${kind} key=${id}>
					<span>${words}</span>
					<button class="quiet" type="button" onClick=${() => dismiss(id)} aria-label="Dismiss">
						✕
					</button>
				</div>
			`,
		)}
	</div>
`;
