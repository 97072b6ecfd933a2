import type { Read } from '../../api/problems';
import type { Api } from '../../api/request';
import { pauseMs, questionLimitMs } from '../../api/pacing/polling';
import type { Item } from '../../items/item';
import { readMaxWaitMs } from '../waiting';
import type { ChangeState, Changing } from './changing';
import { digitsOf } from '../../api/reading/digits';
import { readStates } from './numberStates';
import type { NumberStates } from './numberStates';
import { sendNumbers } from './sendNumbers';

/** Reads how long to wait for the final state of numbers, in ms; 0 for no wait. */
export const maxWaitOf = (first: Item): Read<number> =>
	readMaxWaitMs(first.option('waitUntilSettled'), first.option('maxWait'));

const STILL_PENDING =
	"Look with Get Many later; Truecaller was still working on it when 'Max Wait (Seconds)' was over";
const LIST_FAILED =
	'Try again, or ask cs@truecaller.com; Truecaller took the number on and then could not list it';

const OFF: ChangeState = {
	result: 'accepted',
	status: 'delisted',
	advice: 'Nothing to do; the number is off',
};
const LISTED: ChangeState = {
	result: 'accepted',
	status: 'listed',
	advice: 'Nothing to do; the number is listed',
};

const isOpen = ({ state }: Changing): boolean => state.status === 'pending';

/**
 * Returns the final state of a number according to the list of numbers, or undefined while it is
 * not final.
 */
const toSettled = (
	{ number, change, state }: Changing,
	states: NumberStates,
): ChangeState | undefined => {
	const found = states.get(digitsOf(number));
	if (change === 'delist') return found === undefined ? OFF : undefined;
	if (state.result === 'stillProcessing' && found !== 'listed') return undefined;
	if (found === 'listed') return LISTED;
	return found === 'failed' ? { ...state, status: 'failed', advice: LIST_FAILED } : undefined;
};

/**
 * Lists numbers again after their delisting has finished and they are gone. Truecaller ignores a
 * listing while the delisting of the same number is in progress.
 */
const listAgain = async (
	open: readonly Changing[],
	states: NumberStates,
	api: Api,
	featureSetId: string,
): Promise<void> => {
	const again = open.filter(
		({ number, change, state }) =>
			change === 'list' && state.result === 'stillProcessing' && !states.has(digitsOf(number)),
	);
	if (again.length === 0) return;
	const reply = await sendNumbers(
		'list',
		again.map(({ number }) => number),
		api,
		featureSetId,
	);
	if (!reply.ok) return;
	again.forEach((each, index) => (each.state = reply.value[index] ?? each.state));
};

/**
 * Waits until every number of a feature set has its final state or the time is over. Updates the
 * states in place.
 */
const settleNumbers = async (
	changing: readonly Changing[],
	api: Api,
	featureSetId: string,
	endsAtMs: number,
): Promise<void> => {
	for (let round = 0; changing.some(isOpen); round++) {
		const leftMs = endsAtMs - Date.now();
		if (leftMs <= 0 || !(await api.sleep(pauseMs(round, leftMs)))) break;
		const states = await readStates(api, featureSetId, questionLimitMs(endsAtMs));
		if (!states.ok) continue;
		const open = changing.filter(isOpen);
		for (const each of open) each.state = toSettled(each, states.value) ?? each.state;
		await listAgain(open.filter(isOpen), states.value, api, featureSetId);
	}
	for (const each of changing.filter(isOpen)) each.state = { ...each.state, advice: STILL_PENDING };
};

/** Waits for the numbers of all feature sets in parallel, within the same time limit. */
export const settleAll = async (
	changing: readonly Changing[],
	api: Api,
	maxWaitMs: number,
): Promise<void> => {
	const endsAtMs = Date.now() + maxWaitMs;
	const featureSets = new Set(changing.map(({ featureSetId }) => featureSetId));
	const settle = async (id: string): Promise<void> => {
		const ofSet = changing.filter(({ featureSetId }) => featureSetId === id);
		await settleNumbers(ofSet, api, id, endsAtMs);
	};
	await Promise.all([...featureSets].map(settle));
};
