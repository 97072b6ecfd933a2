import { DEMO_ACCOUNT, DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import type { DemoKey } from '../../nodes/Truecaller/simulation/demo/account';
import { isSettled } from '../../nodes/Truecaller/simulation/rules/batches/batches';
import type { Batch } from '../../nodes/Truecaller/simulation/rules/batches/batches';
import { isAlive } from '../../nodes/Truecaller/simulation/rules/logins';
import type { Token } from '../../nodes/Truecaller/simulation/rules/logins';
import type { KnownNumber } from '../../nodes/Truecaller/simulation/rules/numbers/numbers';
import { momentOf } from '../../nodes/Truecaller/simulation/world';
import type { SandboxWorld } from '../world';

/** Limits the rows on the page; the counts beside them cover all. */
const ROWS_SHOWN = 100;
const BATCHES_SHOWN = 30;

/** Returns the first labels of the demo account, and their number. */
export function showLabels({ labels, settings }: SandboxWorld) {
	const rows = labels.of(DEMO_ACCOUNT, settings.labelCount);
	return {
		count: rows.length,
		rows: rows.slice(0, ROWS_SHOWN).map(({ id, name }) => ({ id, name })),
	};
}

function countBy<T>(rows: readonly T[], nameOf: (row: T) => string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[nameOf(row)] = (counts[nameOf(row)] ?? 0) + 1;
	return counts;
}

const showNumber = ({ phoneNumber, state, sinceMs }: KnownNumber) => ({
	phoneNumber,
	state,
	sinceMs,
});

/** Returns each feature set with its numbers as they are now. */
export function showFeatureSets(world: SandboxWorld) {
	const { featureSets, labels, numbers, settings } = world;
	const rows = featureSets.of(DEMO_ACCOUNT, settings.featureSetCount);
	const names = new Map(
		labels.of(DEMO_ACCOUNT, settings.labelCount).map(({ id, name }) => [id, name]),
	);
	const inside = new Map<string, KnownNumber[]>();
	for (const known of numbers.all(momentOf(world))) {
		const others = inside.get(known.featureSetId);
		if (others) others.push(known);
		else inside.set(known.featureSetId, [known]);
	}
	return {
		count: rows.length,
		rows: rows.slice(0, ROWS_SHOWN).map((row) => {
			const own = inside.get(row.id) ?? [];
			return {
				id: row.id,
				name: row.name,
				status: row.status,
				labelId: row.label_id,
				label: names.get(row.label_id) ?? '',
				callMeBack: row.call_me_back,
				survey: row.survey,
				counts: countBy(own, ({ state }) => state),
				numbers: own.slice(-ROWS_SHOWN).map(showNumber),
			};
		}),
	};
}

const nameOfKey = (key: DemoKey): string =>
	Object.entries(DEMO_KEYS).find(([, each]) => each === key)?.[0] ?? '';

const countWithin = (times: readonly number[], windowMs: number, nowMs: number): number =>
	times.filter((at) => at > nowMs - windowMs && at <= nowMs).length;

function showToken(token: Token, { clock, settings: { limits } }: SandboxWorld) {
	const nowMs = clock.nowMs();
	return {
		ordinal: token.ordinal,
		key: nameOfKey(token.key),
		issuedAtMs: token.issuedAtMs,
		endsAtMs: token.issuedAtMs + limits.tokenLifeMs,
		realTimeCalls: countWithin(token.realTimeCalls, limits.realTimeWindowMs, nowMs),
		batchCalls: countWithin(token.batchCalls, limits.batchWindowMs, nowMs),
	};
}

/**
 * Returns the valid tokens, how many logins of the quota are used, and when the next login is
 * possible.
 */
export function showTokens(world: SandboxWorld) {
	const { clock, logins, settings } = world;
	const { limits } = settings;
	const nowMs = clock.nowMs();
	const times = (logins.timesByAccount.get(DEMO_ACCOUNT) ?? []).filter(
		(at) => at > nowMs - limits.loginWindowMs && at <= nowMs,
	);
	const alive = [...logins.tokens.values()].filter((each) =>
		isAlive(each, limits.tokenLifeMs, nowMs),
	);
	return {
		used: times.length,
		most: limits.loginsPerWindow,
		windowMs: limits.loginWindowMs,
		enforced: limits.enforced,
		/** `null`: now. */
		nextAtMs:
			times.length < limits.loginsPerWindow ? null : (times[0] ?? nowMs) + limits.loginWindowMs,
		/** When the oldest login leaves the quota window (epoch ms). */
		freedAtMs: times[0] === undefined ? null : times[0] + limits.loginWindowMs,
		alive: alive.map((each) => showToken(each, world)),
	};
}

/** Returns the result of a record in words; "never answered" for a row that never comes. */
const endOf = ({ verdict }: Batch['records'][number]): string => {
	if (verdict === null) return 'never answered';
	return verdict.status === 'success' ? 'success' : (verdict.message ?? verdict.status);
};

/** Returns the latest batches, newest first. */
export function showBatches({ batches, clock, settings }: SandboxWorld) {
	return batches
		.latest(BATCHES_SHOWN)
		.reverse()
		.map((batch) => {
			const settled = isSettled(batch, settings.batchSettleMs, clock.nowMs());
			return {
				id: batch.id,
				acceptedAtMs: batch.acceptedAtMs,
				settled,
				total: batch.records.length,
				counts: settled ? countBy(batch.records, endOf) : { pending: batch.records.length },
			};
		});
}
