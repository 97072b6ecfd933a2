import type { Resource } from '../operation';
import { getMany } from './getMany.operation';
import { searchFeatureSets } from './search';

export const featureSet: Resource = {
	value: 'featureSet',
	name: 'Feature Set',
	description: 'What numbers are listed in: the features that go with them',
	operations: [getMany],
	searches: { searchFeatureSets },
};
