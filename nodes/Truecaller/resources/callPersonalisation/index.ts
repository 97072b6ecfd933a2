import type { Resource } from '../operation';
import { personalise } from './personalise.operation';
import { personaliseBulk } from './personaliseBulk.operation';

export const callPersonalisation: Resource = {
	value: 'callPersonalisation',
	name: 'Call Personalisation',
	description: 'Show the people you call who you are and why you call',
	operations: [personalise, personaliseBulk],
};
