import { CALL_VERSIONS, PERSONALISE_CALL } from '../../../api/facts/endpoints';
import { readOutcome } from '../../../api/reading/readOutcome';
import { explainFailure, problem } from '../../../api/problems';
import type { Problem, Read } from '../../../api/problems';
import type { Api } from '../../../api/request';
import type { Item } from '../../../items/item';
import type { ItemResult } from '../../../items/results';
import { openFormsOf, readCall, writeCall } from '../call';
import type { Call } from '../call';
import type { SentCall } from './sentCall';

/** A call to personalise at once, with its options. */
export type Push = {
	readonly record: Call;
	readonly timeLimitMs: number;
	readonly failWhenNotPushed: boolean;
};

/**
 * Enough for a login, a request and a retry, but short, because the phone call is about to start.
 */
export const DEFAULT_TIME_LIMIT_MS = 10_000;

/** Reads the call of an item with its options, or returns the problem with its parameters. */
export const readPush = (item: Item): Read<Push> => {
	const record = readCall(item, Date.now());
	if (!record.ok) return record;
	const timeLimitMs = Number(item.option('timeLimit') ?? DEFAULT_TIME_LIMIT_MS);
	if (!(timeLimitMs > 0)) {
		const todo = `Enter how many milliseconds a call may wait for its outcome, such as ${DEFAULT_TIME_LIMIT_MS}.`;
		return {
			ok: false,
			problem: problem("'Max Wait (Milliseconds)' is not a number above 0", todo),
		};
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

const notPushed = ({ outcome: call, wire }: SentCall): Problem =>
	problem('The call was not pushed', `${call.advice}.`, {
		outcome: call.outcome,
		reason: call.reason,
		advice: call.advice,
		truecallerSaid: call.message,
		callRecord: wire,
	});

const toResult = ({ failWhenNotPushed }: Push, call: SentCall): ItemResult<SentCall> =>
	failWhenNotPushed && call.outcome.outcome !== 'pushed'
		? { ok: false, waits: true, problem: notPushed(call) }
		: { ok: true, values: [call] };

/** Returns the version that the user chose, or all versions, newest first. */
const versionsFor = (item: Item) => {
	const chosen = CALL_VERSIONS.find((version) => version === item.option('apiVersion'));
	return (chosen ? [chosen] : CALL_VERSIONS).map((version) => PERSONALISE_CALL[version]);
};

/** POST …/dynamic_call_record. Returns the call with its outcome. */
export const sendPush = async (push: Push, api: Api, item: Item): Promise<ItemResult<SentCall>> => {
	const [endpoint = PERSONALISE_CALL.v2, ...otherVersions] = versionsFor(item);
	const reply = await api.send(endpoint, {
		body: (nowMs, form) => writeCall(push.record, form, nowMs),
		timeLimitMs: push.timeLimitMs,
		openForms: { place: 'realTime', otherVersions, ...openFormsOf([push.record]) },
	});
	const wire = reply.sent;
	const outcome = readOutcome(reply);
	if (outcome) return toResult(push, { record: push.record, wire, outcome });
	const failure = reply.ok ? { kind: 'noAnswer' as const } : reply.failure;
	const { message, todo, details } = explainFailure(failure);
	return {
		ok: false,
		problem: problem(message, todo, { ...details, callRecord: wire }),
		isUnderWay: failure.kind === 'cancelled' && wire !== undefined,
	};
};
