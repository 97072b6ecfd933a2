import type { Sight } from './delivery';
import type { Fields } from './callRecordShape';

/** The phone of one receiver, as the latest call to it left it: what the page draws. */
export type Phone = {
	readonly number: string;
	readonly clientAccountId: string;
	readonly sight: Sight;
	/** The call record in the names of v2. */
	readonly record: Fields;
	/** When it was taken on, on the sandbox's clock. */
	readonly atMs: number;
	/** A record of a batch reaches its phone only when the batch has settled. */
	readonly batchId: string | null;
	/** How often this receiver was personalised. */
	readonly calls: number;
	/** Grows with each change of any phone. */
	readonly revision: number;
};

export type Phones = {
	put(phone: Omit<Phone, 'number' | 'calls' | 'revision'>, receiverNumber: string): void;
	/** Those changed after this revision, oldest change first. */
	changedAfter(revision: number): Phone[];
	count(): number;
};

/** With a reason of a hundred characters each: 20 MB. */
const PHONES_KEPT = 20_000;

export function createPhones(): Phones {
	const phones = new Map<string, Phone>();
	let revision = 0;
	return {
		put: (phone, receiverNumber) => {
			const number = receiverNumber.replace('+', '');
			const calls = (phones.get(number)?.calls ?? 0) + 1;
			// Taken out first, so that the order of the map is the order of the changes.
			phones.delete(number);
			phones.set(number, { ...phone, number, calls, revision: ++revision });
			if (phones.size <= PHONES_KEPT) return;
			const [oldest] = phones.keys();
			if (oldest !== undefined) phones.delete(oldest);
		},
		changedAfter: (last) => {
			if (last >= revision) return [];
			return [...phones.values()].filter((phone) => phone.revision > last);
		},
		count: () => phones.size,
	};
}
