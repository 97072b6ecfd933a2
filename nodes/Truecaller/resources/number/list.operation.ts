import type { Operation } from '../operation';
import { changeNumbers } from './changeNumbers';
import { numberFields } from './numberFields';

/** POST …/numbers/publish: also publishes the feature set. */
export const list: Operation = {
	value: 'list',
	name: 'List on Truecaller',
	action: 'Register numbers in a feature set',
	description:
		'Register business numbers in a feature set, so that Truecaller shows them as verified. Says for each number what Truecaller did with it.',
	fields: numberFields(),
	run: changeNumbers('list'),
};
