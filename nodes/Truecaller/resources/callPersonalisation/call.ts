import type { IDataObject } from 'n8n-workflow';

import type { RecordForm } from '../../api/facts/endpoints';
import type { Problem, Read } from '../../api/problems';
import { toVersion } from '../../api/reading/wireRecord';
import type { AnyWireRecord } from '../../api/reading/wireRecord';
import type { Item } from '../../items/item';
import { readAdditionalFields } from './additionalFields';
import { readCallRecord, toWire } from './callRecord';
import type { CallRecord } from './callRecord';
import { toProblem } from './fault';

/** A call record, and the fields of Truecaller's record that only the user knows of. */
export type Call = CallRecord & { readonly additionalFields?: IDataObject };

/** All faults of an item in one problem, so that one round of mending is enough. */
const join = (...problems: readonly Problem[]): Problem =>
	toProblem(problems.flatMap(({ faults = [] }) => faults));

/** Reads the call that an item stands for. Every fault of the item is found, not only the first. */
export const readCall = (item: Item, nowMs: number): Read<Call> => {
	const record = readCallRecord(item, nowMs);
	const additional = readAdditionalFields(item.option('additionalFields'));
	if (!additional.ok && !record.ok)
		return { ok: false, problem: join(record.problem, additional.problem) };
	if (!additional.ok) return additional;
	if (!record.ok || !additional.value) return record;
	return { ok: true, value: { ...record.value, additionalFields: additional.value } };
};

/** Writes a call as the version of the endpoint has it. */
export const writeCall = (call: Call, form: RecordForm, nowMs: number): AnyWireRecord => {
	const record = toVersion(toWire(call, form.plus, nowMs), form);
	return call.additionalFields ? { ...record, ...call.additionalFields } : record;
};
