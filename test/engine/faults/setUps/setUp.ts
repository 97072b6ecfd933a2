import type { IDataObject, INode } from 'n8n-workflow';

import type { Stage } from '../../../support/sandbox';
import type { Row } from '../expected/cells';
import type { Oddities } from '../faults';

/** How a route is set up: which calls of the sandbox meet the fault, and which node makes them of which three items. */
export type SetUp = Oddities & {
	/** What is promised under each fault: one of the rows in `expected/`. Its file decides which test runs the route. */
	readonly expected: Row;
	/** The route of the sandbox whose calls meet the fault and are counted. */
	readonly watched: string;
	/** So many of these calls go through first. */
	readonly passes: number;
	readonly parameters: INode['parameters'];
	readonly items: readonly IDataObject[];
	/** What the credential says beside the key. */
	readonly credential?: Readonly<Record<string, string>>;
	/** Makes the world ready, and returns other items where they are only known then. */
	readonly prepare?: (stage: Stage) => Promise<readonly IDataObject[] | undefined>;
	/** A row of the output in a few words. */
	readonly tell: (json: IDataObject) => string;
	/** What happens when the first of the watched calls has come. With it, a connection is refused only from then on. */
	readonly afterFirst?: (stage: Stage) => void;
	/** What a run leaves undone where nothing of it may be done. */
	readonly isUntouched?: (stage: Stage) => boolean;
};
