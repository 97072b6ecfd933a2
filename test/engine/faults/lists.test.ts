import { cellsOf } from './cases';
import { lists } from './expected/lists';
import { LONGEST_CELL_MS, setUpMatrix, testCell } from './matrix';

setUpMatrix();

// Side by side, because most of a cell's time is the pause before a repeat.
it.concurrent.each(cellsOf(lists))(
	'$route: $fault; On Error $mode, Retry On Fail $retry',
	testCell,
	LONGEST_CELL_MS,
);
