/** Indian mobile and landline numbers, in the usual groups of digits. */
const GROUPS = [/^(91)([6-9]\d{4})(\d{5})$/, /^(91)(\d{2})(\d{4})(\d{4})$/];

/** Returns a number in the groups that people read. */
export function showNumber(digits) {
	const found = GROUPS.map((groups) => groups.exec(digits)).find((each) => each !== null);
	return `+${found ? found.slice(1).join(' ') : digits}`;
}

const two = (value) => String(value).padStart(2, '0');

const UNITS = [
	[86_400_000, 'd', 3_600_000, 'h'],
	[3_600_000, 'h', 60_000, 'min'],
];

/** Returns a duration in its two largest units: "2 h 5 min", "59:12". */
export function showSpan(ms) {
	const rest = Math.max(0, ms);
	for (const [unitMs, unit, nextMs, next] of UNITS) {
		if (rest < unitMs) continue;
		const smaller = Math.floor((rest % unitMs) / nextMs);
		return `${Math.floor(rest / unitMs)} ${unit}${smaller === 0 ? '' : ` ${smaller} ${next}`}`;
	}
	const seconds = Math.floor(rest / 1_000);
	return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
}

/** Returns a short duration for a sentence: "3 s", "2 min". */
export function showWait(ms) {
	if (ms < 60_000) return `${Math.max(0, Math.ceil(ms / 1_000))} s`;
	if (ms < 3_600_000) return `${Math.ceil(ms / 60_000)} min`;
	return showSpan(ms);
}

const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
export const showTime = (ms) =>
	new Date(ms).toLocaleTimeString('en-GB', { ...hours, second: '2-digit' });
export const showHour = (ms) => new Date(ms).toLocaleTimeString('en-GB', hours);

const zones = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' });
/** Returns the time zone of the browser at that moment: "GMT+5:30". */
export const showZone = (ms) =>
	zones.formatToParts(ms).find(({ type }) => type === 'timeZoneName').value;
/** Returns a time that is clear to a reader in any zone: "14:12:05 GMT+5:30". */
export const showClock = (ms) => `${showTime(ms)} ${showZone(ms)}`;
export const showDay = (ms) =>
	new Date(ms).toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

export const plural = (count, one, many = `${one}s`) =>
	`${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Returns two letters in place of a logo. */
export function initialsOf(name) {
	const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
	return words
		.slice(0, 2)
		.map((word) => [...word][0])
		.join('')
		.toUpperCase();
}

/** Returns a hue for a name, always the same for that name. */
export function hueOf(name) {
	let hue = 7;
	for (const letter of name) hue = (hue * 31 + letter.codePointAt(0)) % 360;
	return hue;
}
