import type { Resource } from '../operation';
import { searchFeatureSets } from '../pickers/featureSet';
import { placeChoices } from '../pickers/places';
import { getMany } from './getMany.operation';

export const featureSet: Resource = {
	value: 'featureSet',
	name: 'Feature Set',
	description: 'The groups that your numbers are listed in, with the label and features of each',
	operations: [getMany],
	searches: { searchFeatureSets },
	choices: placeChoices,
};
