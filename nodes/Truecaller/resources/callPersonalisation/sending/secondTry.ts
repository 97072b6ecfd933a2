import { LIMITS } from '../../../api/facts/limits';
import type { Api } from '../../../api/request';
import type { BatchChoice } from '../../../api/waitForBatch';
import { cut } from '../../../items/cut';
import { sendBatch } from './batchSend';
import type { SentCall } from './sentCall';
import { settleBatches } from './settleBatches';

/** A phone without a signal, in a lift or a tunnel, is often back after this time. */
const SECOND_TRY_PAUSE_MS = 10_000;

/**
 * Sends the calls again, in batches of their own. A call that cannot be sent keeps its first
 * outcome.
 */
const sendAgain = async (
	again: readonly SentCall[],
	api: Api,
	version: BatchChoice,
): Promise<SentCall[]> => {
	const second: SentCall[] = [];
	for (const chunk of cut(again, LIMITS.recordsPerBatch)) {
		const records = chunk.map(({ record }) => record);
		const reply = await sendBatch(records, api, version);
		second.push(...chunk.map((call, index) => (reply.ok && reply.value[index]) || call));
	}
	return second;
};

/**
 * Sends calls to unreachable phones again. According to the documentation, only those never reached
 * the phone.
 */
export const retryUnreachable = async (
	sent: readonly SentCall[],
	api: Api,
	version: BatchChoice,
	endsAtMs: number,
): Promise<readonly SentCall[]> => {
	const again = sent.filter(({ outcome }) => outcome.reason === 'failedToPush');
	const hasTime = endsAtMs - Date.now() > SECOND_TRY_PAUSE_MS;
	if (again.length === 0 || !hasTime || !(await api.sleep(SECOND_TRY_PAUSE_MS))) return sent;
	const second = await settleBatches(await sendAgain(again, api, version), api, version, endsAtMs);
	const secondOf = new Map(again.map((call, index) => [call, second[index]]));
	return sent.map((firstTry) => {
		const call = secondOf.get(firstTry);
		return call && call !== firstTry ? { ...call, firstTry } : firstTry;
	});
};
