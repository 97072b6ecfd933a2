import { logins } from './expected/logins';
import { testFamily } from './matrix';

testFamily(logins);
