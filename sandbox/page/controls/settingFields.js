import { useState } from 'preact/hooks';

import { html } from '../parts/html.js';
import { attempt, post } from '../state/plane.js';
import { settings } from '../state/store.js';

const inside = (group, change) => (group === undefined ? change : { [group]: change });
const read = (group, name) =>
	group === undefined ? settings.value?.[name] : settings.value?.[group]?.[name];

/** Changes a setting. Shows the accepted value at once, before the event stream brings it. */
const change = async (group, name, value) =>
	await attempt(async () => {
		settings.value = await post('/settings', inside(group, { [name]: value }));
	});

/**
 * A whole number. Updates of the sandbox do not overwrite what the user types; a refused value is
 * reset.
 */
export function NumberSetting({ label, name, group, unit }) {
	const [draft, setDraft] = useState(null);
	const keep = async ({ target }) => {
		if (target.value !== '') await change(group, name, Number(target.value));
		setDraft(null);
	};
	return html`
		<label class="setting">
			<span>${label}</span>
			<span class="withunit">
				<input
					type="number"
					min="0"
					step="1"
					value=${draft ?? read(group, name)}
					onInput=${({ target }) => setDraft(target.value)}
					onChange=${keep}
				/>
				${unit && html`<small>${unit}</small>`}
			</span>
		</label>
	`;
}

/** A choice between several values. */
export const ChoiceSetting = ({ label, name, group, choices }) => {
	const now = read(group, name);
	const known = choices.some(([value]) => value === now)
		? choices
		: [...choices, [now, String(now)]];
	return html`
		<label class="setting">
			<span>${label}</span>
			<select onChange=${({ target }) => void change(group, name, known[target.selectedIndex][0])}>
				${known.map(([value, words]) => html`<option selected=${value === now}>${words}</option>`)}
			</select>
		</label>
	`;
};

export const SwitchSetting = ({ label, name, group }) => html`
	<label class="setting switch">
		<input
			type="checkbox"
			checked=${read(group, name) === true}
			onChange=${({ target }) => void change(group, name, target.checked)}
		/>
		<span>${label}</span>
	</label>
`;
