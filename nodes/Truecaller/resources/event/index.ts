import type { Resource } from '../operation';
import { sendTest } from './sendTest.operation';

export const event: Resource = {
	value: 'event',
	name: 'Event',
	description: 'What Truecaller tells you, such as that a customer asks to be called back',
	operations: [sendTest],
};
