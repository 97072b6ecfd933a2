import type { Resource } from '../operation';
import { checkSetup } from './checkSetup.operation';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	description: 'Your Truecaller for Business account: what works with it, and what does not yet',
	operations: [checkSetup],
};
