import { html } from './html.js';
import { attempt, post } from './plane.js';
import { settings } from './store.js';

const inside = (group, change) => (group === undefined ? change : { [group]: change });
const read = (group, name) => (group === undefined ? settings.value?.[name] : settings.value?.[group]?.[name]);

const change = async (group, name, value) => await attempt(async () => await post('/settings', inside(group, { [name]: value })));

/** A whole number of the settings. What is refused goes back to what it was. */
export const NumberSetting = ({ label, name, group, unit }) => html`
	<label class="setting">
		<span>${label}</span>
		<span class="withunit">
			<input
				type="number"
				min="0"
				step="1"
				value=${read(group, name)}
				onChange=${async ({ target }) => {
					const taken = target.value !== '' && (await change(group, name, Number(target.value)));
					if (!taken) target.value = read(group, name);
				}}
			/>
			${unit && html`<small>${unit}</small>`}
		</span>
	</label>
`;

/** One of several values. */
export const ChoiceSetting = ({ label, name, group, choices }) => {
	const now = read(group, name);
	const known = choices.some(([value]) => value === now) ? choices : [...choices, [now, String(now)]];
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
		<input type="checkbox" checked=${read(group, name) === true} onChange=${({ target }) => void change(group, name, target.checked)} />
		<span>${label}</span>
	</label>
`;
