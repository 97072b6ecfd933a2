import type { Resource } from '../operation';
import { delist } from './delist.operation';
import { getMany } from './getMany.operation';
import { list } from './list.operation';
import { sync } from './sync.operation';

export const number: Resource = {
	value: 'number',
	name: 'Number',
	description: 'The business numbers that you call from',
	operations: [list, delist, getMany, sync],
};
