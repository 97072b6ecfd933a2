import type { IDataObject } from 'n8n-workflow';

import { PERSONALISE_CALL } from '../../api/facts/endpoints';
import { readOutcome } from '../../api/reading/readOutcome';
import type { CallOutcome } from '../../api/reading/outcome';
import { explainFailure, problem } from '../../api/problems';
import type { Problem, Read } from '../../api/problems';
import type { Api } from '../../api/request';
import { toVersion } from '../../api/reading/wireRecord';
import type { AnyWireRecord } from '../../api/reading/wireRecord';
import type { Item } from '../../items/item';
import type { ItemResult } from '../../items/results';
import { readCallRecord, toWire } from './callRecord';
import type { CallRecord } from './callRecord';

/** A call that is personalised at once, and how its user wants that done. */
export type Push = {
	readonly record: CallRecord;
	readonly timeLimitMs: number;
	readonly failWhenNotPushed: boolean;
};

/** Long enough for a login, a call and a repeat; short enough that nobody waits on the phone for it. */
export const DEFAULT_TIME_LIMIT_MS = 10_000;

export const readPush = (item: Item): Read<Push> => {
	const record = readCallRecord(item, Date.now());
	if (!record.ok) return record;
	const timeLimitMs = Number(item.option('timeLimit') ?? DEFAULT_TIME_LIMIT_MS);
	if (!(timeLimitMs > 0)) {
		const todo = `Enter how many milliseconds a call may wait for its outcome, such as ${DEFAULT_TIME_LIMIT_MS}.`;
		return { ok: false, problem: problem('Time Limit is not a number above 0', todo) };
	}
	return {
		ok: true,
		value: {
			record: record.value,
			timeLimitMs,
			failWhenNotPushed: item.option('failWhenNotPushed') === true,
		},
	};
};

const notPushed = (
	{ outcome, reason, advice, message }: CallOutcome,
	callRecord: AnyWireRecord | undefined,
): Problem =>
	problem('The call was not pushed', `${advice}.`, {
		outcome,
		reason,
		advice,
		truecallerSaid: message,
		callRecord,
	});

const toResult = (
	push: Push,
	item: Item,
	call: CallOutcome,
	callRecord: AnyWireRecord | undefined,
): ItemResult => {
	const { outcome, reason, advice, message } = call;
	const personalised = outcome === 'pushed';
	if (push.failWhenNotPushed && !personalised)
		return { ok: false, waits: true, problem: notPushed(call, callRecord) };
	const row: IDataObject = { outcome, personalised, reason, advice, message, callRecord };
	return {
		ok: true,
		rows: [item.option('includeInputFields') === true ? { ...row, input: item.json } : row],
	};
};

/** POST …/dynamic_call_record, and what became of it. */
export const sendPush = async (push: Push, api: Api, item: Item): Promise<ItemResult> => {
	let callRecord: AnyWireRecord | undefined;
	const endpoint = PERSONALISE_CALL[item.option('apiVersion') === 'v1' ? 'v1' : 'v2'];
	const body = (nowMs: number) =>
		(callRecord = toVersion(toWire(push.record, endpoint.plus, nowMs), endpoint));
	const reply = await api.send(endpoint, { body, timeLimitMs: push.timeLimitMs });
	const outcome = readOutcome(reply);
	if (outcome) return toResult(push, item, outcome, callRecord);
	const { message, todo, details } = explainFailure(
		reply.ok ? { kind: 'noAnswer' } : reply.failure,
	);
	return { ok: false, problem: problem(message, todo, { ...details, callRecord }) };
};
