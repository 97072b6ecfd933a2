import output from '../../__schema__/v1.0.0/number/list.json';
import type { Operation } from '../operation';
import { changeNumbers } from './changeNumbers';
import { numberFields } from './numberFields';

/** POST …/numbers/publish. Publishes the feature set, too. */
export const list: Operation = {
	value: 'list',
	name: 'List on Truecaller',
	action: 'List numbers',
	description: 'Add business numbers to a feature set, so that Truecaller shows them as verified',
	toolDescription:
		'List business numbers in a feature set, so that Truecaller shows them as verified to everybody they call. Only numbers of your own business. Says for each number what Truecaller did with it; a number in another feature set has to be delisted there first.',
	builderNote: 'Sends the numbers of all input items together: no loop. One item per number.',
	output,
	fields: numberFields(),
	run: changeNumbers('list'),
};
