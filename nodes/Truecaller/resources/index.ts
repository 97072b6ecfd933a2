import { callPersonalisation } from './callPersonalisation';
import { label } from './label';
import type { Resource } from './operation';

/** Everything the node can do. The form and the dispatch both derive from this list. */
export const resources: readonly Resource[] = [callPersonalisation, label];
