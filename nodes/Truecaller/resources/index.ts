import { account } from './account';
import { batch } from './batch';
import { callPersonalisation } from './callPersonalisation';
import { event } from './event';
import { featureSet } from './featureSet';
import { label } from './label';
import { number } from './number';
import type { Resource } from './operation';

/**
 * Everything the node can do. The form and the choice of the operation to run derive from this
 * list.
 */
export const resources: readonly Resource[] = [
	callPersonalisation,
	batch,
	number,
	featureSet,
	label,
	event,
	account,
];
