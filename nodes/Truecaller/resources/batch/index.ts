import type { Resource } from '../operation';
import { getStatus } from './getStatus.operation';

export const batch: Resource = {
	value: 'batch',
	name: 'Batch',
	description: 'What Truecaller accepted in one go, and what became of it',
	operations: [getStatus],
};
