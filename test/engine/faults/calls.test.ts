import { calls } from './expected/calls';
import { testFamily } from './matrix';

testFamily(calls);
