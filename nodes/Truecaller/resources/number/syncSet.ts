import type { IDataObject } from 'n8n-workflow';

import { LIMITS } from '../../api/facts/limits';
import { problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { Api } from '../../api/request';
import type { E164 } from '../../phone/phoneNumber';
import { followNumbers } from './changeNumbers';
import { ADVICE } from '../../api/reading/numbersAnswer';
import type { NumberCall } from '../../api/reading/numbersAnswer';
import { readStates } from './numberStates';
import { planSync } from './plan';
import type { PlannedNumber, SyncAction } from './plan';
import { sendNumbers } from './sendNumbers';

/** How a feature set is brought to what is wanted. `maxWaitMs` 0: without waiting for it. */
export type SyncOptions = {
	readonly apply: boolean;
	readonly maxRemovals: number;
	readonly allowEmpty: boolean;
	readonly maxWaitMs: number;
};

const PLAN_ADVICE: Readonly<Record<SyncAction, string>> = {
	list: 'Will be listed when Mode is Apply',
	delist: 'Will be delisted when Mode is Apply',
	keep: 'Nothing to do; the number is where it should be',
	blocked: ADVICE.stillProcessing,
};

const isRemoval = ({ action, isRunning }: PlannedNumber): boolean =>
	action === 'delist' && !isRunning;

/** Two brakes: an empty list would take everything off, and so might a sheet that was filtered by mistake. */
const findBrake = (
	wanted: readonly E164[],
	plan: readonly PlannedNumber[],
	{ apply, maxRemovals, allowEmpty }: SyncOptions,
): Problem | undefined => {
	if (wanted.length === 0 && !allowEmpty) {
		return problem(
			'The list of numbers is empty, and would take every number off this feature set',
			'Check the input of this node. If that is what you want, switch on Allow Empty under Options.',
		);
	}
	const removals = plan.filter(isRemoval).length;
	if (!apply || removals <= maxRemovals) return undefined;
	return problem(
		`${removals} ${removals === 1 ? 'number' : 'numbers'} would be delisted, and Max Removals is ${maxRemovals}`,
		'Nothing was changed. Look at the plan (Mode: Plan); if it is right, raise Max Removals under Options.',
	);
};

const toRow = (planned: PlannedNumber, featureSetId: string, isOver: boolean): IDataObject => ({
	phoneNumber: planned.number,
	action: planned.action,
	...(planned.isRunning ? { status: 'pending' } : {}),
	...(isOver && isRemoval(planned) ? { overLimit: true } : {}),
	advice:
		planned.action === 'delist' && planned.isRunning
			? 'Nothing to do; the number is being delisted already'
			: PLAN_ADVICE[planned.action],
	featureSetId,
});

/** Sends one half of the plan, 10,000 numbers to a call, and lays what became of each into its row. */
const carryOut = async (
	call: NumberCall,
	rows: readonly IDataObject[],
	api: Api,
	featureSetId: string,
): Promise<Problem | undefined> => {
	for (let from = 0; from < rows.length; from += LIMITS.numbersPerCall) {
		const chunk = rows.slice(from, from + LIMITS.numbersPerCall);
		const reply = await sendNumbers(
			call,
			chunk.map(({ phoneNumber }) => phoneNumber as E164),
			api,
			featureSetId,
		);
		if (!reply.ok) return reply.problem;
		chunk.forEach((row, index) => Object.assign(row, reply.value[index]));
	}
	return undefined;
};

/** New numbers first, so that there is no moment without any; when that fails, nothing is taken off. */
const apply = async (
	plan: readonly PlannedNumber[],
	rows: readonly IDataObject[],
	api: Api,
	featureSetId: string,
): Promise<Problem | undefined> => {
	const toSend = (action: SyncAction) =>
		rows.filter((row, index) => row.action === action && plan[index]?.isRunning === false);
	return (
		(await carryOut('list', toSend('list'), api, featureSetId)) ??
		(await carryOut('delist', toSend('delist'), api, featureSetId))
	);
};

/** What is not sent has a state too, in the words of what is. */
const markUnsent = (row: IDataObject, { action, isRunning }: PlannedNumber): void => {
	if (action === 'keep')
		Object.assign(row, { result: 'alreadyThere', status: isRunning ? 'pending' : 'listed' });
	else if (isRunning) Object.assign(row, { result: 'stillProcessing', status: 'pending' });
};

const settle = async (
	rows: readonly IDataObject[],
	api: Api,
	maxWaitMs: number,
): Promise<IDataObject[]> => {
	const changing = rows.map((row) => ({
		number: row.phoneNumber as E164,
		call: row.action === 'delist' ? ('delist' as const) : ('list' as const),
		row,
	}));
	return await followNumbers(changing, api, maxWaitMs);
};

/** What a sync of one feature set came to: rows in the order of the plan, and the problem that ended it early. */
export type Synced = { readonly rows: readonly IDataObject[]; readonly problem?: Problem };

/** Reads what the feature set holds, plans, and carries the plan out where that is wanted. */
export const syncSet = async (
	wanted: readonly E164[],
	api: Api,
	featureSetId: string,
	options: SyncOptions,
): Promise<Read<Synced>> => {
	const states = await readStates(api, featureSetId);
	if (!states.ok) return states;
	const plan = planSync(wanted, states.value);
	const brake = findBrake(wanted, plan, options);
	if (brake) return { ok: false, problem: brake };
	const isOver = plan.filter(isRemoval).length > options.maxRemovals;
	const rows = plan.map((planned) => toRow(planned, featureSetId, isOver));
	if (!options.apply) return { ok: true, value: { rows } };
	const failed = await apply(plan, rows, api, featureSetId);
	if (failed)
		return {
			ok: true,
			value: { rows: rows.filter(({ result }) => result !== undefined), problem: failed },
		};
	plan.forEach((planned, index) => markUnsent(rows[index] ?? {}, planned));
	return {
		ok: true,
		value: { rows: options.maxWaitMs > 0 ? await settle(rows, api, options.maxWaitMs) : rows },
	};
};
