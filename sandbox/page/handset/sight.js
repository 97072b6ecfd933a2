import { showDay, showHour, showSpan, showZone } from '../parts/format.js';
import { sandboxNow, settings } from '../state/store.js';

/** Phones that cannot show the call: a title for the screen, and the reason in one sentence. */
const BLIND = {
	noTruecaller: {
		status: 'Cannot see it: no Truecaller',
		title: 'No Truecaller here',
		words: 'This person does not use the app. The call rings with the bare number.',
	},
	osNotSupported: {
		status: 'Cannot see it: iPhone',
		title: 'An iPhone',
		words: 'Only Android phones show a name and reason that are sent for one call.',
	},
	oldApp: {
		status: 'Cannot see it: old app',
		title: 'App too old',
		words: 'The Truecaller app of this person needs an update before it can show this.',
	},
	outOfReach: {
		status: 'Not reached: try again',
		title: 'Out of reach',
		words: 'Switched off or without network. Personalise once more shortly before you call.',
	},
	noSuchNumber: {
		status: 'Refused: no such number',
		title: 'No such number',
		words: 'Truecaller does not take this number. Correct it in your list.',
	},
	nobodyKnows: {
		status: 'Unknown: no clear answer',
		title: 'No clear answer',
		words: 'Truecaller gave no clear answer, so the name may or may not show. Call all the same.',
	},
};

const isUnsettled = ({ batchId, atMs }, nowMs) => {
	const elapsedMs = nowMs - atMs;
	return batchId !== null && elapsedMs >= 0 && elapsedMs < (settings.value?.batchSettleMs ?? 0);
};

const showMoment = (ms, nowMs) =>
	`${ms - nowMs < 20 * 3_600_000 ? '' : `${showDay(ms)}, `}${showHour(ms)} ${showZone(ms)}`;

/**
 * Returns what the person would see if the phone rang now. A component that uses it is redrawn
 * twice a second.
 */
export function sightOf(phone) {
	const nowMs = sandboxNow();
	const { sight, startsAt, endsAt } = phone;
	if (isUnsettled(phone, nowMs)) {
		return {
			kind: 'onItsWay',
			tone: 'wait',
			status: 'On its way to the phone',
			title: 'On its way',
			words: 'Truecaller is working on the batch.',
		};
	}
	if (sight !== 'shown')
		return { kind: sight, tone: sight === 'noSuchNumber' ? 'bad' : 'blind', ...BLIND[sight] };
	if (nowMs < startsAt) {
		return {
			kind: 'before',
			tone: 'wait',
			status: `Shows from ${showMoment(startsAt, nowMs)}`,
			left: `starts in ${showSpan(startsAt - nowMs)}`,
			share: 1,
		};
	}
	if (nowMs >= endsAt) {
		return {
			kind: 'over',
			tone: 'blind',
			status: 'The time to show it is over',
			title: 'The window is over',
			words: 'A call now rings with the bare number. Personalise again before you call.',
		};
	}
	return {
		kind: 'shown',
		tone: 'good',
		status: 'Sees your name and reason',
		left: `shows for ${showSpan(endsAt - nowMs)}`,
		share: (endsAt - nowMs) / Math.max(1, endsAt - startsAt),
	};
}

/** Returns true if the name is on the screen when the phone rings. */
export const seesName = ({ kind }) => kind === 'shown';
export const isShown = ({ sight }) => sight === 'shown';
/** Returns false if the call cannot ring, because then nobody can answer it. */
export const canRing = ({ kind }) => !['outOfReach', 'noSuchNumber', 'onItsWay'].includes(kind);
