import type { WireStatusInfo } from '../../../api/facts/wire';
import { INTERNAL_FAULT_WORDS, invalidRecord } from '../../refusals';
import type { Fault } from '../../refusals';
import type { Fields } from '../shape';
import type { Outcome } from '../calls/delivery';

/** A record as it was sent, in the names of v2, and its result; `null`: its row never comes. */
export type BatchRecord = { readonly record: Fields; readonly verdict: WireStatusInfo | null };

export type Batch = {
	readonly id: string;
	readonly clientAccountId: string;
	readonly acceptedAtMs: number;
	readonly records: readonly BatchRecord[];
};

export type Batches = {
	add(batch: Batch): void;
	/** [I] Returns only batches of this account. */
	find(clientAccountId: string, id: string): Batch | undefined;
	/** Returns the latest batches of all accounts, oldest first. */
	latest(count: number): Batch[];
};

/** Creates a store of batches. Beyond `recordsKept` records, the oldest batches are dropped. */
export const createBatches = (recordsKept: number): Batches => {
	const batches = new Map<string, Batch>();
	let kept = 0;
	return {
		add: (batch) => {
			batches.set(batch.id, batch);
			kept += batch.records.length;
			for (const [id, { records }] of batches) {
				if (kept <= recordsKept) return;
				batches.delete(id);
				kept -= records.length;
			}
		},
		find: (clientAccountId, id) => {
			const batch = batches.get(id);
			return batch?.clientAccountId === clientAccountId ? batch : undefined;
		},
		latest: (count) => [...batches.values()].slice(-count),
	};
};

/** [D3] A success has no message here. */
const SUCCESS: WireStatusInfo = { status: 'success' };
/** [I] §6.1: the words of the campaigns page [F]. */
const SYSTEM_FAULT: WireStatusInfo = { status: 'error', message: INTERNAL_FAULT_WORDS };

/** [I] Returns the fault of one record, in the words of the real-time endpoint. */
export const verdictOfFault = (fault: Fault): WireStatusInfo => invalidRecord(fault);

/** Returns the result of an accepted record; null if its row never comes. */
export const verdictOfOutcome = (outcome: Outcome): WireStatusInfo | null => {
	if (outcome.kind === 'lostConnection') return null;
	if (outcome.kind === 'serverFault') return SYSTEM_FAULT;
	return outcome.kind === 'pushed' ? SUCCESS : outcome.verdict;
};

/**
 * Returns true if the outcomes are final. A batch from the future was accepted before the clock was
 * reset, so it counts as settled.
 */
export const isSettled = ({ acceptedAtMs }: Batch, settleMs: number, nowMs: number): boolean => {
	const elapsedMs = nowMs - acceptedAtMs;
	return elapsedMs < 0 || elapsedMs >= settleMs;
};
