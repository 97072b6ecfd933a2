import type { IDataObject } from 'n8n-workflow';

import type { ContradictionName } from '../../api/dialects/contradictions';
import type { Form, OpenForms } from '../../api/dialects/form';
import type { Problem, Read } from '../../api/problems';
import { toVersion } from '../../api/reading/wireRecord';
import type { AnyWireRecord } from '../../api/reading/wireRecord';
import type { Item } from '../../items/item';
import { readAdditionalFields } from './additionalFields';
import { readCallRecord, toWire } from './callRecord';
import type { CallRecord } from './callRecord';
import { toProblem } from './fault';

/** A call record, with fields of Truecaller's record that only the user knows. */
export type Call = CallRecord & { readonly additionalFields?: IDataObject };

/** Joins all faults of an item into one problem, so that the user can fix them in one go. */
const join = (...problems: readonly Problem[]): Problem =>
	toProblem(problems.flatMap(({ faults = [] }) => faults));

/** Reads the call of an item. Finds every fault of the item, not only the first. */
export const readCall = (item: Item, nowMs: number): Read<Call> => {
	const record = readCallRecord(item, nowMs);
	const additional = readAdditionalFields(item.option('additionalFields'));
	if (!additional.ok && !record.ok)
		return { ok: false, problem: join(record.problem, additional.problem) };
	if (!additional.ok) return additional;
	if (!record.ok || !additional.value) return record;
	return { ok: true, value: { ...record.value, additionalFields: additional.value } };
};

/** Returns a call in the form in which it is sent. */
export const writeCall = (call: Call, form: Form, nowMs: number): AnyWireRecord => {
	const record = toVersion(toWire(call, form, nowMs), form);
	return call.additionalFields ? { ...record, ...call.additionalFields } : record;
};

const WITHOUT_PLUS: readonly ContradictionName[] = ['names', 'labelName', 'times'];
const WITH_PLUS: readonly ContradictionName[] = [...WITHOUT_PLUS, 'plus'];

/**
 * Returns which forms of the calls are open. The number format is open if Number Format is
 * Automatic.
 */
export const openFormsOf = (calls: readonly Call[]): Pick<OpenForms, 'open' | 'labelIds'> => ({
	open: calls.some(({ numberFormat }) => numberFormat === 'automatic') ? WITH_PLUS : WITHOUT_PLUS,
	labelIds: () => {
		const unnamed = calls.filter(({ labelId, labelName }) => labelId !== '' && labelName === '');
		return [...new Set(unnamed.map(({ labelId }) => labelId))];
	},
});
