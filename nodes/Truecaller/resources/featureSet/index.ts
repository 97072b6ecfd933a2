import type { Resource } from '../operation';
import { getMany } from './getMany.operation';
import { searchFeatureSets } from './search';

export const featureSet: Resource = {
	value: 'featureSet',
	name: 'Feature Set',
	description: 'The groups that your numbers are listed in, with the label and features of each',
	operations: [getMany],
	searches: { searchFeatureSets },
};
