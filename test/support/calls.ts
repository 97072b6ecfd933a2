import type { IDataObject, INode } from 'n8n-workflow';

/** The first label of the sandbox's demo account. */
export const LABEL_ID = '255297eb-7f13-44f9-967a-f287ff0f5025';

/** A Truecaller node that personalises one call per item, receiver from the item's `phone`. */
export const personaliseCall = (
	more: INode['parameters'] = {},
	options: IDataObject = {},
): INode['parameters'] => ({
	resource: 'callPersonalisation',
	operation: 'personalise',
	callerNumber: '+91 22 6801 2345',
	receiverNumber: '={{ $json.phone }}',
	label: { __rl: true, mode: 'list', value: LABEL_ID },
	callReason: 'Your flower delivery today',
	...more,
	options: { defaultCountry: 'IN', ...options },
});

/** One input item per phone number. */
export const customers = (...phones: unknown[]): IDataObject[] =>
	phones.map((phone) => ({ phone }) as IDataObject);

/** `count` customers whose phones can be reached. */
export const manyCustomers = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_none, index) => ({
		phone: `+9198765${String(10_000 + index * 10).padStart(5, '0')}`,
	}));

/** Customers whose phones bring out every outcome that the sandbox knows, so that every output field appears. */
export const OF_EVERY_OUTCOME = customers(
	'9876540000',
	'9876540001',
	'9876540002',
	'9876540003',
	'9876540004',
	'9876540005',
	'9876540006',
	'9876540007',
);
