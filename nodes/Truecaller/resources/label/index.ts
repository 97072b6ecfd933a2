import type { Resource } from '../operation';
import { searchLabels } from '../pickers/label';
import { getMany } from './getMany.operation';

export const label: Resource = {
	value: 'label',
	name: 'Label',
	description: 'The dynamic labels of your account: the name and logo that a call can show',
	operations: [getMany],
	searches: { searchLabels },
};
