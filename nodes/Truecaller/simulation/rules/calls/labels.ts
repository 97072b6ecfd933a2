import {
	DEMO_ACCOUNT,
	SECOND_ACCOUNT_LABELS,
	STATIC_LABEL_ID,
	demoLabels,
} from '../../demo/account';
import type { WireLabel } from '../../../api/facts/wire';

export type Labels = {
	/** Returns the dynamic labels of an account, in a constant order. */
	of(clientAccountId: string, count: number | null): readonly WireLabel[];
	kindOf(clientAccountId: string, count: number | null, labelId: string): LabelKind;
};

export type LabelKind = 'dynamic' | 'static' | 'unknown';

export const createLabels = (): Labels => {
	let labels = demoLabels(null);
	let ids = new Set(labels.map(({ id }) => id));
	let builtFor: number | null = null;
	const of: Labels['of'] = (clientAccountId, count) => {
		if (clientAccountId !== DEMO_ACCOUNT) return SECOND_ACCOUNT_LABELS;
		if (count !== builtFor) {
			labels = demoLabels(count);
			ids = new Set(labels.map(({ id }) => id));
			builtFor = count;
		}
		return labels;
	};
	return {
		of,
		kindOf: (clientAccountId, count, labelId) => {
			if (clientAccountId === DEMO_ACCOUNT && labelId === STATIC_LABEL_ID) return 'static';
			const own = of(clientAccountId, count);
			const known = own === labels ? ids.has(labelId) : own.some(({ id }) => id === labelId);
			return known ? 'dynamic' : 'unknown';
		},
	};
};
