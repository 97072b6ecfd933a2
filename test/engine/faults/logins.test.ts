import { cellsOf } from './cases';
import { logins } from './expected/logins';
import { LONGEST_CELL_MS, setUpMatrix, testCell } from './matrix';

setUpMatrix();

// Side by side, because most of a cell's time is the pause before a repeat.
it.concurrent.each(cellsOf(logins))(
	'$route: $fault; On Error $mode, Retry On Fail $retry',
	testCell,
	LONGEST_CELL_MS,
);
