import type { Push } from '../../nodes/Truecaller/simulation/rules/calls/delivery';

/** The phone of one receiver, as the latest call to it left it: what the page draws. */
export type Phone = Omit<Push, 'receiverNumber'> & {
	readonly number: string;
	/** Number of calls personalised for this receiver. */
	readonly calls: number;
	/** Grows with each change of any phone. */
	readonly revision: number;
};

export type Phones = {
	put(push: Push): void;
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
		put: ({ receiverNumber, ...push }) => {
			const number = receiverNumber.replace('+', '');
			const calls = (phones.get(number)?.calls ?? 0) + 1;
			// Taken out first, so that the order of the map is the order of the changes.
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
