import type { Resource } from '../operation';
import { getMany } from './getMany.operation';
import { searchLabels } from './search';

export const label: Resource = {
	value: 'label',
	name: 'Label',
	description: 'The dynamic labels of your account: the name and logo that a call can show',
	operations: [getMany],
	searches: { searchLabels },
};
