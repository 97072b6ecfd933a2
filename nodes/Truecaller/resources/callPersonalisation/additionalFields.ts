import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Read } from '../../api/problems';
import { isObject, readJson } from '../../api/reading/answer';
import { RECORD_FIELDS } from '../../api/reading/wireRecord';
import type { RecordValues } from '../../api/reading/wireRecord';
import { toProblem } from './fault';

/** Lets a user send a field that Truecaller added after this version of the pack. */
export const additionalFieldsField: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. { "post_call_action": "survey" }',
	description:
		'Fields of Truecaller\'s call record that this node has no field for, as a JSON object, such as { "post_call_action": "survey" }. They are sent as they are. A field that the node sets itself is refused.',
};

/** The node's own parameter for each value of a record. */
const PARAMETERS: Readonly<Record<keyof RecordValues, string>> = {
	caller: "'Caller Number'",
	receiver: "'Receiver Number'",
	startsAt: "'Starts At'",
	endsAt: "'Ends At' or 'Duration (Minutes)'",
	labelId: "'Label'",
	labelName: "'Label Name'",
	callReason: "'Call Reason'",
};

const FIELD = { field: 'additionalFields', name: 'Additional Fields' };

const isFields = (value: unknown): value is IDataObject => isObject(value);

/** Reads Additional Fields, as JSON text or as an object. Returns undefined if there are none. */
export const readAdditionalFields = (given: unknown): Read<IDataObject | undefined> => {
	if (given === undefined || given === null) return { ok: true, value: undefined };
	if (typeof given === 'string' && given.trim() === '') return { ok: true, value: undefined };
	const fields = readJson(given);
	if (!isFields(fields)) {
		const todo =
			'Enter \'Additional Fields\' as a JSON object, such as { "post_call_action": "survey" }.';
		return {
			ok: false,
			problem: toProblem([{ ...FIELD, says: 'is not a JSON object', todo }]),
		};
	}
	const own = RECORD_FIELDS.filter(([name]) => Object.hasOwn(fields, name));
	if (own.length === 0)
		return { ok: true, value: Object.keys(fields).length === 0 ? undefined : fields };
	const faults = own.map(([name, value]) => ({
		...FIELD,
		says: `has ${name}, which this node sets itself`,
		todo: `Take ${name} out of 'Additional Fields', and use ${PARAMETERS[value]} instead.`,
	}));
	return { ok: false, problem: toProblem(faults) };
};
