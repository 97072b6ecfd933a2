import { isObject } from '../reading/answer';
import { CONTRADICTIONS } from './contradictions';
import { createFindings } from './findings';
import type { Chosen } from './form';
import { memoryOf } from './memory';
import type { Memory, Slot } from './memory';
import { readRefusal } from './refusal';
import { createSpeak } from './speak';
import type { SendPlain, Speak } from './speech';

/** One contradiction of the documentation, and which form this account accepts. */
export type KnownDialect = {
	/** The row of docs/api-notes.md §8. */
	readonly row: string;
	readonly contradiction: string;
	/** The kind of request, without any values. */
	readonly request: string;
	readonly form: string;
	readonly isDocumented: boolean;
	readonly refused: readonly string[];
};

/** The forms of requests that an account accepts, as far as known, for one run. */
export type Dialects = {
	/**
	 * Remembers the version and forms that a batch was accepted in, so that its status is requested
	 * in the same version.
	 */
	readonly noteBatch: (batchId: string, chosen: Chosen | undefined) => void;
	/**
	 * Returns the path that a batch was sent to, or else the path that works for this account's
	 * batches.
	 */
	readonly pathOfBatch: (batchId: string) => string | undefined;
	/** Learns from the status of a batch in which Truecaller refused every call for its form. */
	readonly noteRows: (batchId: string, rows: unknown) => void;
	readonly hint: () => string | undefined;
	readonly known: () => readonly KnownDialect[];
};

/** Number of batches to remember; each takes a few hundred bytes. */
const MOST_BATCHES = 2_000;

const toKnown = (
	[slot, tried]: ReturnType<Memory['known']>[number],
	memory: Memory,
): KnownDialect => {
	const form = memory.formOf(slot);
	return {
		row: CONTRADICTIONS[slot.name].row,
		contradiction: slot.name,
		request: slot.key.slice(slot.name.length + 1) || 'all',
		form,
		isDocumented: form === slot.forms[0],
		refused: [...tried.refused],
	};
};

/** Returns the slot that every row of a batch names in its refusal, or undefined. */
const findRefusedSlot = (rows: readonly unknown[], slots: readonly Slot[]): Slot | undefined => {
	const refusals = rows.map((body) => readRefusal({ ok: true, body }));
	return slots.find(({ name }) =>
		refusals.every((refusal) => refusal && CONTRADICTIONS[name].isNamed(refusal)),
	);
};

/** Opens the dialects of an account for one run, with a `send` that uses them. */
export const createDialects = (
	account: string,
	send: SendPlain,
): { readonly speak: Speak; readonly dialects: Dialects } => {
	const memory = memoryOf(account);
	const { batches } = memory;
	const findings = createFindings();
	const dialects: Dialects = {
		noteBatch: (batchId, chosen) => {
			if (chosen) batches.set(batchId, chosen);
			const [oldest] = batches.keys();
			if (oldest !== undefined && batches.size > MOST_BATCHES) batches.delete(oldest);
		},
		pathOfBatch: (batchId) =>
			batches.get(batchId)?.endpoint.path ??
			memory.departureOf({ name: 'version', key: 'version batch' }),
		noteRows: (batchId, body) => {
			const sent = batches.get(batchId)?.sent;
			const rows: unknown = isObject(body) ? body.data : body;
			if (!sent || !Array.isArray(rows) || rows.length === 0) return;
			const slot = findRefusedSlot(rows, [...sent.keys()]);
			const form = slot && sent.get(slot);
			if (!slot || form === undefined) return;
			batches.delete(batchId);
			memory.noteRefusal(slot, form);
			findings.noteRefusedBatch();
		},
		hint: findings.hint,
		known: () => memory.known().map((each) => toKnown(each, memory)),
	};
	return { speak: createSpeak(send, memory, findings), dialects };
};
