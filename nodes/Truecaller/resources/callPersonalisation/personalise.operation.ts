import type { IDataObject, INode } from 'n8n-workflow';

import { ENDPOINTS } from '../../api/endpoints';
import { LIMITS } from '../../api/limits';
import { readOutcome } from '../../api/outcome';
import type { CallOutcome } from '../../api/outcome';
import { explainFailure, problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { WireCallRecord } from '../../api/wire';
import type { Item } from '../../items/item';
import { perItem } from '../../items/perItem';
import type { ItemResult } from '../../items/results';
import type { Operation } from '../operation';
import { readCallRecord, toWire } from './callRecord';
import type { CallRecord } from './callRecord';
import { callFields, callOptions } from './fields';

const DEFAULT_TIME_LIMIT_MS = 10_000;

type Push = { readonly record: CallRecord; readonly timeLimitMs: number; readonly failWhenNotPushed: boolean };

const readPush = (item: Item): Read<Push> => {
	const record = readCallRecord(item, Date.now());
	if (!record.ok) return record;
	const timeLimitMs = Number(item.option('timeLimit') ?? DEFAULT_TIME_LIMIT_MS);
	if (!(timeLimitMs > 0)) return { ok: false, problem: problem('Time Limit is not a number above 0', 'Enter how many milliseconds a call may wait for its outcome, such as 10000.') };
	return { ok: true, value: { record: record.value, timeLimitMs, failWhenNotPushed: item.option('failWhenNotPushed') === true } };
};

/** n8n runs the whole node again, and with it every call that was pushed already. */
const refuseRetryOnFail = (node: INode): Problem | undefined =>
	node.retryOnFail === true
		? problem(
				'Retry On Fail is switched on for this node, and would personalise calls a second time',
				'Open the Settings of this node and switch off Retry On Fail. The node repeats by itself whatever is safe to repeat.',
			)
		: undefined;

const notPushed = ({ outcome, reason, advice, message }: CallOutcome, callRecord: WireCallRecord | undefined): Problem =>
	problem(`The call was not pushed (${reason ?? outcome})`, `${advice}.`, { outcome, reason, advice, truecallerSaid: message, callRecord });

const toResult = (push: Push, item: Item, call: CallOutcome, callRecord: WireCallRecord | undefined): ItemResult => {
	const { outcome, reason, advice, message } = call;
	const personalised = outcome === 'pushed';
	if (push.failWhenNotPushed && !personalised) return { ok: false, waits: true, problem: notPushed(call, callRecord) };
	const row: IDataObject = { outcome, personalised, reason, advice, message, callRecord };
	return { ok: true, rows: [item.option('includeInputFields') === true ? { ...row, input: item.json } : row] };
};

/** POST /v2/…/dynamic_call_record for every input item, side by side within the pace of the account. */
export const personalise: Operation = {
	value: 'personalise',
	name: 'Personalise',
	action: 'Personalise a call now',
	description: 'Show name, logo and reason on the phone of the person you are about to call; answers whether the phone was reached. Personalise first, then place the call.',
	fields: [
		...callFields,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				...callOptions,
				{
					displayName: 'Fail When Not Pushed',
					name: 'failWhenNotPushed',
					type: 'boolean',
					default: false,
					description: 'Whether a call that was not pushed counts as failed, so that it follows the On Error setting of the node. All other calls are made first.',
				},
				{
					displayName: 'Time Limit (Ms)',
					name: 'timeLimit',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: DEFAULT_TIME_LIMIT_MS,
					description: 'How many milliseconds one call may wait for its outcome. When they are over, the outcome is unknown and your call can be placed without delay.',
				},
			],
		},
	],
	run: perItem({
		atOnce: LIMITS.realTimeCallsAtOnce,
		refuse: refuseRetryOnFail,
		read: readPush,
		send: async (push, api, item) => {
			let callRecord: WireCallRecord | undefined;
			const body = (nowMs: number) => (callRecord = toWire(push.record, ENDPOINTS.personaliseCall.plus, nowMs));
			const reply = await api.send(ENDPOINTS.personaliseCall, { body, timeLimitMs: push.timeLimitMs });
			const outcome = readOutcome(reply);
			if (outcome) return toResult(push, item, outcome, callRecord);
			const { message, description, details } = explainFailure(reply.ok ? { kind: 'noAnswer' } : reply.failure);
			return { ok: false, problem: problem(message, description, { ...details, callRecord }) };
		},
		isDone: (row) => row.personalised === true,
		doneWord: 'pushed',
	}),
};
