import { lists } from './expected/lists';
import { testFamily } from './matrix';

testFamily(lists);
