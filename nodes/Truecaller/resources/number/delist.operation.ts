import type { Operation } from '../operation';
import { changeNumbers } from './changeNumbers';
import { numberFields } from './numberFields';

/** POST …/numbers/delist. While it runs, Truecaller ignores a new listing of the same number. */
export const delist: Operation = {
	value: 'delist',
	name: 'Delist',
	action: 'Take numbers off a feature set',
	description:
		'Take business numbers off a feature set, so that calls from them no longer show who calls. They can be listed again only after that is over, so an AI agent needs the yes of a person. Says for each number what Truecaller did with it.',
	fields: numberFields(),
	run: changeNumbers('delist'),
};
