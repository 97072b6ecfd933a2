import { isObject } from '../reading/answer';
import { CONTRADICTIONS } from './contradictions';
import { createFindings } from './findings';
import type { Chosen } from './form';
import { memoryOf } from './memory';
import type { Memory, Slot } from './memory';
import { readRefusal } from './refusal';
import { createSpeak } from './speak';
import type { SendPlain, Speak } from './speech';

/** One contradiction of the documentation, and what is known of it for this account. */
export type KnownDialect = {
	/** The row of docs/api-notes.md §8. */
	readonly row: string;
	readonly contradiction: string;
	/** The kind of request, without any value. */
	readonly request: string;
	readonly form: string;
	readonly isDocumented: boolean;
	readonly refused: readonly string[];
};

/** What a run knows and finds out of the forms that its account accepts. */
export type Dialects = {
	/** Keeps the version and forms in mind that a batch was accepted in: its status is asked for in the same version. */
	readonly noteBatch: (batchId: string, chosen: Chosen | undefined) => void;
	/** Returns the path that a batch was sent to, or the one that this account's batches are sent to. */
	readonly pathOfBatch: (batchId: string) => string | undefined;
	/** Learns from the status of a batch in which every call was refused for its form. */
	readonly noteRows: (batchId: string, rows: unknown) => void;
	readonly hint: () => string | undefined;
	readonly known: () => readonly KnownDialect[];
};

/** Batches kept in mind, a few hundred bytes each. */
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

/** Finds the slot that every row of a batch names in its refusal. */
const findRefusedSlot = (rows: readonly unknown[], slots: readonly Slot[]): Slot | undefined => {
	const refusals = rows.map((body) => readRefusal({ ok: true, body }));
	return slots.find(({ name }) =>
		refusals.every((refusal) => refusal && CONTRADICTIONS[name].isNamed(refusal)),
	);
};

/** Opens the dialects of an account for one run, and the `send` that speaks them. */
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
