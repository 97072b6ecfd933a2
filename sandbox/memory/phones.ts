import type { Push } from '../../nodes/Truecaller/simulation/rules/calls/delivery';

/** The phone of one receiver after the latest call to it, as the page draws it. */
export type Phone = Omit<Push, 'receiverNumber'> & {
	readonly number: string;
	/** Number of calls personalised for this receiver. */
	readonly calls: number;
	/** Increases with each change of any phone. */
	readonly revision: number;
};

export type Phones = {
	put(push: Push): void;
	/** Returns the phones changed after this revision, oldest change first. */
	changedAfter(revision: number): Phone[];
	count(): number;
};

/** About 20 MB, if each has a reason of 100 characters. */
const PHONES_KEPT = 20_000;

export function createPhones(): Phones {
	const phones = new Map<string, Phone>();
	let revision = 0;
	return {
		put: ({ receiverNumber, ...push }) => {
			const number = receiverNumber.replace('+', '');
			const calls = (phones.get(number)?.calls ?? 0) + 1;
			// Deleted first, so that the order of the map is the order of the changes.
			phones.delete(number);
			phones.set(number, { ...push, number, calls, revision: ++revision });
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
