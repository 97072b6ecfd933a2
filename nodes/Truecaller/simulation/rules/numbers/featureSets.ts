import type { WireFeatureSet } from '../../../api/facts/wire';
import { DEMO_ACCOUNT } from '../../demo/account';
import { SECOND_ACCOUNT_FEATURE_SETS, demoFeatureSets } from '../../demo/featureSets';

/** Number of feature sets of the demo account, from the settings. */
type Count = number | null;

export type FeatureSets = {
	/** Returns the feature sets of an account, in a constant order. */
	of(clientAccountId: string, count: Count): readonly WireFeatureSet[];
	find(clientAccountId: string, count: Count, id: string): WireFeatureSet | undefined;
	/** [S] Publishing numbers publishes the feature set. */
	publish(id: string): void;
};

const byId = (rows: readonly WireFeatureSet[]) => new Map(rows.map((row) => [row.id, row]));

export const createFeatureSets = (): FeatureSets => {
	const published = new Set<string>();
	const second = byId(SECOND_ACCOUNT_FEATURE_SETS);
	let demo = byId(demoFeatureSets(null));
	let builtFor: Count = null;
	const rowsOf = (clientAccountId: string, count: Count) => {
		if (clientAccountId !== DEMO_ACCOUNT) return second;
		if (count !== builtFor) {
			demo = byId(demoFeatureSets(count));
			builtFor = count;
		}
		return demo;
	};
	const asItIs = (row: WireFeatureSet): WireFeatureSet =>
		published.has(row.id) ? { ...row, status: 'published' } : row;
	return {
		of: (clientAccountId, count) => [...rowsOf(clientAccountId, count).values()].map(asItIs),
		find: (clientAccountId, count, id) => {
			const row = rowsOf(clientAccountId, count).get(id);
			return row && asItIs(row);
		},
		publish: (id) => {
			published.add(id);
		},
	};
};

/** [S][D3] Filters of feature sets and numbers; `process_id` also matches a sub-process. */
export const FILTERS = ['department_id', 'operation_id', 'process_id'] as const;

/**
 * Returns true if a row matches. [I] Values are compared unchanged; an empty filter matches every
 * row.
 */
export const passes = (row: WireFeatureSet, query: Readonly<Record<string, unknown>>): boolean =>
	FILTERS.every((name) => {
		const wanted = query[name];
		return wanted === undefined || wanted === '' || wanted === row[name];
	});
