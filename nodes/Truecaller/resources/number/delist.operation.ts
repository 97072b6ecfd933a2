import output from '../../__schema__/v1.0.0/number/delist.json';
import type { Operation } from '../operation';
import { changeNumbers } from './changeNumbers';
import { numberFields } from './numberFields';

/**
 * POST …/numbers/delist. Beware: until it is finished, Truecaller ignores a new listing of the same
 * number.
 */
export const delist: Operation = {
	value: 'delist',
	name: 'Delist',
	action: 'Delist numbers',
	description: 'Take business numbers off a feature set: their calls no longer show who calls',
	toolDescription:
		'Delist business numbers: take them off a feature set, so that calls from them no longer show who calls. They can be listed again only after that is over, so an AI agent needs the yes of a person. Says for each number what Truecaller did with it.',
	builderNote:
		'Sends the numbers of all input items together: no loop. As a tool, put it behind human review.',
	output,
	fields: numberFields(),
	run: changeNumbers('delist'),
};
