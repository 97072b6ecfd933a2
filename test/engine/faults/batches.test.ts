import { batches } from './expected/batches';
import { testFamily } from './matrix';

testFamily(batches);
