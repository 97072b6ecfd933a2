import type { SentReply } from '../pacing/sender';
import { CONTRADICTIONS } from './contradictions';
import type { Chosen } from './form';
import type { Memory, Slot } from './memory';
import { isTaken, readRefusal } from './refusal';
import { hasOther } from './tried';

/** Notes what an answer tells about the forms of its request. */
export const noteAnswer = (reply: SentReply, { sent }: Chosen, memory: Memory): void => {
	if (isTaken(reply)) return memory.noteAcceptance(sent);
	const refusal = readRefusal(reply);
	if (!refusal || refusal.status === 404 || refusal.status === 405) return;
	// Whatever else is wrong, this version exists.
	memory.noteAcceptance(new Map([...sent].filter(([{ name }]) => name === 'version')));
};

/** Returns the forms that a refusal names. A form that was accepted before is never blamed. */
export const findNamed = (
	reply: SentReply,
	{ sent }: Chosen,
	memory: Memory,
): Array<readonly [Slot, string]> => {
	const refusal = readRefusal(reply);
	if (!refusal) return [];
	return [...sent].filter(
		([slot, form]) =>
			CONTRADICTIONS[slot.name].isNamed(refusal) && !memory.triedOf(slot).accepted.has(form),
	);
};

/** What a refusal says about the forms. `named`: it names one; `slot`: has another form to try. */
type Verdict = { readonly named: boolean; readonly slot?: Slot };

/** Judges a refusal, and notes the refused form. */
export const judge = (reply: SentReply, chosen: Chosen, memory: Memory): Verdict => {
	const named = findNamed(reply, chosen, memory);
	const isOpen = ([slot, form]: readonly [Slot, string]) =>
		hasOther(slot.forms, memory.triedOf(slot), form);
	const found = named.find(isOpen) ?? named[0];
	if (!found) return { named: false };
	const [slot, form] = found;
	const mayGoOn = isOpen(found);
	memory.noteRefusal(slot, form);
	return { named: true, ...(mayGoOn ? { slot } : {}) };
};

/** Returns true if the form that is sent next was accepted before. */
export const isAccepted = (slot: Slot, memory: Memory): boolean =>
	memory.triedOf(slot).accepted.has(memory.formOf(slot));
