import { createLine } from '../pacing/line';
import type { Line } from '../pacing/line';
import { within } from '../pacing/sleep';
import type { Reply } from '../reading/answer';
import type { ContradictionName } from './contradictions';
import type { Chosen } from './form';
import { afterAcceptance, afterRefusal, formOf, NOTHING_TRIED } from './tried';
import type { Tried } from './tried';

/**
 * One contradiction in one kind of request. Each kind has its own pages in the documentation, so
 * each is found out separately.
 */
export type Slot = {
	readonly name: ContradictionName;
	readonly key: string;
	readonly forms: readonly string[];
};

/** The form that a request was sent in, for each slot. */
export type SentForms = ReadonlyMap<Slot, string>;

/** How requests of one kind take turns until the accepted form is known. */
export type Place = {
	/** Sends the first request alone. The others wait for its answer, for 3 seconds at most. */
	readonly first: <R extends Reply>(send: () => Promise<R>) => Promise<R>;
	/** Lets one request at a time search for the accepted form. */
	readonly line: Line;
};

/** What this process knows about the forms of one account. */
export type Memory = {
	readonly triedOf: (slot: Slot) => Tried;
	/** Returns the form to send now. */
	readonly formOf: (slot: Slot) => string;
	readonly noteRefusal: (slot: Slot, form: string) => void;
	readonly noteAcceptance: (sent: SentForms) => void;
	/**
	 * Returns the form that another kind of request was accepted in after the documented form was
	 * refused.
	 */
	readonly departureOf: (slot: Pick<Slot, 'name' | 'key'>) => string | undefined;
	readonly placeOf: (name: string) => Place;
	/** Returns every slot about which something is known. */
	readonly known: () => ReadonlyArray<readonly [Slot, Tried]>;
	/** How accepted batches were sent, by ID. The oldest are forgotten. */
	readonly batches: Map<string, Chosen>;
	/** The names of labels by ID. */
	readonly labelNames: Map<string, string>;
	/** The labels that were looked up, by ID: each is asked for once. */
	readonly lookUps: Map<string, Promise<void>>;
};

/** Time allowed for a slow answer. Requests wait no longer behind the first one. */
const PATIENCE_MS = 3_000;

const createPlace = (): Place => {
	let first: Promise<unknown> | undefined;
	return {
		first: async (send) => {
			if (first) {
				await first;
				return await send();
			}
			const reply = send();
			first = within(PATIENCE_MS, reply);
			return await reply;
		},
		line: createLine(),
	};
};

const createMemory = (): Memory => {
	const tried = new Map<string, readonly [Slot, Tried]>();
	const departures = new Map<string, string>();
	const places = new Map<string, Place>();
	const triedOf = ({ key }: Slot): Tried => tried.get(key)?.[1] ?? NOTHING_TRIED;
	const departureOf: Memory['departureOf'] = ({ name, key }) =>
		departures.get(name === 'version' ? key : name);
	return {
		triedOf,
		departureOf,
		formOf: (slot) => formOf(slot.forms, triedOf(slot), departureOf(slot)),
		noteRefusal: (slot, form) =>
			void tried.set(slot.key, [slot, afterRefusal(triedOf(slot), form)]),
		noteAcceptance: (sent) => {
			for (const [slot, form] of sent) {
				const before = triedOf(slot);
				const after = afterAcceptance(before, form);
				const isDeparture = form !== slot.forms[0] && before.refused.has(slot.forms[0] ?? '');
				if (isDeparture) departures.set(slot.name === 'version' ? slot.key : slot.name, form);
				if (after !== before) tried.set(slot.key, [slot, after]);
			}
		},
		placeOf: (name) => {
			const place = places.get(name) ?? createPlace();
			places.set(name, place);
			return place;
		},
		known: () => [...tried.values()],
		batches: new Map(),
		labelNames: new Map(),
		lookUps: new Map(),
	};
};

const memories = new Map<string, Memory>();

/** Returns the memory that this process shares for one account. It ends with the process. */
export const memoryOf = (account: string): Memory => {
	const memory = memories.get(account) ?? createMemory();
	memories.set(account, memory);
	return memory;
};
