import type { IDataObject, INode } from 'n8n-workflow';

/** A published feature set of the sandbox's demo account. */
export const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

/** A Truecaller node that lists, delists or syncs these numbers in one feature set. */
export const changeNumbers = (
	operation: string,
	phoneNumbers: string,
	more: INode['parameters'] = {},
	options: IDataObject = {},
): INode['parameters'] => ({
	resource: 'number',
	operation,
	featureSet: { __rl: true, mode: 'id', value: FLOWERS },
	phoneNumbers,
	...more,
	options: options as never,
});
