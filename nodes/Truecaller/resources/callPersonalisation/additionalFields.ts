import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Read } from '../../api/problems';
import type { WireCallRecord, WireCallRecordV1 } from '../../api/facts/wire';
import { isObject, readJson } from '../../api/reading/answer';
import { toProblem } from './fault';

/** Lets a user send a field that Truecaller has added since this version was made. */
export const additionalFieldsField: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "post_call_action": "survey" }',
	description:
		'Fields of Truecaller\'s call record that this node has no field for, as a JSON object, such as { "post_call_action": "survey" }. They are sent as they are. A field that the node sets itself is refused.',
};

type NodeField = keyof WireCallRecord | keyof WireCallRecordV1;

/** Where the node itself has a field of a record, in the names of every version. */
const NODE_FIELDS: Readonly<Record<NodeField, string>> = {
	caller_number: 'Caller Number',
	caller: 'Caller Number',
	receiver_number: 'Receiver Number',
	receiver: 'Receiver Number',
	starts_at: 'Starts At',
	ends_at: 'Ends At or Duration (Minutes)',
	label_id: 'Label',
	dynamic_label_name: 'Label Name',
	label_name: 'Label Name',
	dynamic_call_reason: 'Call Reason',
	call_reason: 'Call Reason',
};

const FIELD = { field: 'additionalFields', name: 'Additional Fields' };

const isFields = (value: unknown): value is IDataObject => isObject(value);

/** Reads Additional Fields, as JSON text or as an object; undefined when there is none. */
export const readAdditionalFields = (given: unknown): Read<IDataObject | undefined> => {
	if (given === undefined || given === null) return { ok: true, value: undefined };
	if (typeof given === 'string' && given.trim() === '') return { ok: true, value: undefined };
	const fields = readJson(given);
	if (!isFields(fields)) {
		const fix =
			'Enter Additional Fields as a JSON object, such as { "post_call_action": "survey" }.';
		return {
			ok: false,
			problem: toProblem([{ ...FIELD, says: 'is not a JSON object', fix }]),
		};
	}
	const own = Object.entries(NODE_FIELDS).filter(([name]) => Object.hasOwn(fields, name));
	if (own.length === 0)
		return { ok: true, value: Object.keys(fields).length === 0 ? undefined : fields };
	const faults = own.map(([name, parameter]) => ({
		...FIELD,
		says: `has ${name}, which this node sets itself`,
		fix: `Take ${name} out of Additional Fields, and use ${parameter} instead.`,
	}));
	return { ok: false, problem: toProblem(faults) };
};
