import { numbers } from './expected/numbers';
import { testFamily } from './matrix';

testFamily(numbers);
