import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { documentedForm } from '../../../../nodes/Truecaller/api/dialects/form';
import { ENDPOINTS } from '../../../../nodes/Truecaller/api/facts/endpoints';
import type { Api } from '../../../../nodes/Truecaller/api/request';
import type { E164 } from '../../../../nodes/Truecaller/phone/phoneNumber';
import type { NumberState } from '../../../../nodes/Truecaller/resources/number/numberStates';
import { planSync } from '../../../../nodes/Truecaller/resources/number/sync/plan';
import { syncSet } from '../../../../nodes/Truecaller/resources/number/sync/syncSet';
import { createStrict } from '../../../support/strict';

const FEATURE_SET = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';
const STATES = ['listed', 'listing', 'delisting', 'failed'] as const;

const digits = fc
	.integer({ min: 0, max: 300 })
	.map((last) => `91226801${String(last).padStart(4, '0')}`);
const states = fc
	.dictionary(digits, fc.constantFrom<NumberState>(...STATES), { maxKeys: 250 })
	.map((found) => new Map(Object.entries(found)));
const wanted = fc
	.uniqueArray(digits, { minLength: 1, maxLength: 250 })
	.map((all) => all.map((number) => `+${number}` as E164));

/**
 * A feature set as Truecaller keeps it: what is under way settles while somebody waits, and a number that is
 * listed again while its delisting runs is ignored. [S] number-management
 */
const createTruecaller = (numbers: Map<string, NumberState>) => {
	const sent: string[] = [];
	let patience = 20;
	const settle = () => {
		for (const [number, state] of [...numbers]) {
			if (state === 'listing') numbers.set(number, 'listed');
			if (state === 'delisting') numbers.delete(number);
		}
	};
	const publish = (all: readonly string[]) => {
		const [ignored, there, taken] = [[], [], []] as [string[], string[], string[]];
		for (const number of all) {
			const state = numbers.get(number);
			if (state === 'delisting') ignored.push(number);
			else if (state === 'listed' || state === 'listing') there.push(number);
			else {
				taken.push(number);
				numbers.set(number, 'listing');
			}
		}
		return {
			status: taken.length > 0 ? 'pending' : 'failed',
			new_numbers: taken,
			existing_numbers: there,
			processing_numbers: ignored,
		};
	};
	const delist = (all: readonly string[]) => {
		const [off, gone] = [[], []] as [string[], string[]];
		for (const number of all) (numbers.has(number) ? off : gone).push(number);
		for (const number of off) numbers.set(number, 'delisting');
		return {
			status: off.length > 0 ? 'pending' : 'failed',
			existing_numbers: off,
			new_numbers: gone,
		};
	};
	const page = ({ page: at = 1, limit = 100 }: IDataObject) => {
		const rows = [...numbers].map(([phone_number, status]) => ({ phone_number, status }));
		return { numbers: rows.slice((Number(at) - 1) * Number(limit), Number(at) * Number(limit)) };
	};
	const api = createStrict<Api>({
		isCancelled: () => false,
		sleep: async () => {
			settle();
			return await Promise.resolve(patience-- > 0);
		},
		send: async (endpoint, { query = {}, body } = {}) => {
			const all = (body?.(0, documentedForm({})).phone_numbers ?? []) as string[];
			sent.push(...all);
			if (endpoint === ENDPOINTS.getNumbers)
				return await Promise.resolve({ ok: true, body: page(query) });
			return await Promise.resolve({
				ok: true,
				body: endpoint.path.endsWith('/publish') ? publish(all) : delist(all),
			});
		},
	});
	return { api, numbers, sent, settle };
};

const APPLY = { apply: true, maxRemovals: Infinity, allowEmpty: true, maxWaitMs: 3_600_000 };
let executions = 0;
/** Each sync is an execution of its own, as two runs of a workflow are. */
const inExecution = <T>(options: T) => ({ ...options, scope: `execution ${++executions}` });
const listedIn = (numbers: ReadonlyMap<string, NumberState>) =>
	[...numbers]
		.filter(([, state]) => state === 'listed')
		.map(([number]) => `+${number}`)
		.sort();

it('A sync brings any feature set to exactly the numbers that are wanted, and a second one sends nothing', async () => {
	await fc.assert(
		fc.asyncProperty(states, wanted, async (found, all) => {
			const truecaller = createTruecaller(new Map(found));
			const synced = await syncSet(all, truecaller.api, FEATURE_SET, inExecution(APPLY));
			truecaller.settle();
			expect(synced.ok && synced.value.problem === undefined).toBe(true);
			expect(listedIn(truecaller.numbers)).toEqual([...all].sort());
			truecaller.sent.length = 0;
			const again = await syncSet(all, truecaller.api, FEATURE_SET, inExecution(APPLY));
			expect(truecaller.sent).toEqual([]);
			expect(again.ok && again.value.numbers.every(({ action }) => action === 'keep')).toBe(true);
			expect(listedIn(truecaller.numbers)).toEqual([...all].sort());
		}),
		{ numRuns: 100 },
	);
});

it('Without waiting, a few syncs come to the same, because what was under way is taken up by the next', async () => {
	await fc.assert(
		fc.asyncProperty(states, wanted, async (found, all) => {
			const truecaller = createTruecaller(new Map(found));
			for (let run = 0; run < 2; run++) {
				await syncSet(all, truecaller.api, FEATURE_SET, inExecution({ ...APPLY, maxWaitMs: 0 }));
				truecaller.settle();
			}
			expect(listedIn(truecaller.numbers)).toEqual([...all].sort());
		}),
		{ numRuns: 100 },
	);
});

it('A plan has one row for each number that is wanted or there, and Plan alone changes nothing', async () => {
	await fc.assert(
		fc.asyncProperty(states, wanted, async (found, all) => {
			const plan = planSync(all, found);
			const there = [...found]
				.filter(([, state]) => state !== 'failed')
				.map(([number]) => `+${number}`);
			expect(plan.map(({ number }) => number).sort()).toEqual(
				[...new Set([...all, ...there])].sort(),
			);
			expect(
				plan
					.filter(({ action }) => action === 'delist')
					.some(({ number }) => all.includes(number as E164)),
			).toBe(false);
			const truecaller = createTruecaller(new Map(found));
			await syncSet(all, truecaller.api, FEATURE_SET, inExecution({ ...APPLY, apply: false }));
			expect([truecaller.sent, truecaller.numbers]).toEqual([[], found]);
		}),
		{ numRuns: 200 },
	);
});

it('Max Removals is never exceeded: a sync that would take off more changes nothing at all', async () => {
	await fc.assert(
		fc.asyncProperty(
			states,
			wanted,
			fc.integer({ min: 0, max: 120 }),
			async (found, all, maxRemovals) => {
				const truecaller = createTruecaller(new Map(found));
				const removals = planSync(all, found).filter(
					({ action, isRunning }) => action === 'delist' && !isRunning,
				).length;
				const synced = await syncSet(
					all,
					truecaller.api,
					FEATURE_SET,
					inExecution({ ...APPLY, maxRemovals }),
				);
				expect(synced.ok).toBe(removals <= maxRemovals);
				if (removals > maxRemovals)
					expect([truecaller.sent, truecaller.numbers]).toEqual([[], found]);
			},
		),
		{ numRuns: 100 },
	);
});
