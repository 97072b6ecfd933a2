import { batchRoutes } from './batch';
import { batchStatusRoutes } from './batchStatus';
import { realTimeV2Route } from './dynamicCallRecord';
import { realTimeV1Route } from './dynamicCallRecordV1';
import { featureSetsRoute } from './featureSets';
import { labelsRoute } from './labels';
import { numberListingRoutes } from './numberListing';
import { numbersRoute } from './numbers';
import type { Route } from './route';
import { tokenRoute } from './token';

/** The only list of Truecaller's API routes. */
export const routes: readonly Route[] = [
	tokenRoute,
	labelsRoute,
	realTimeV2Route,
	...batchRoutes,
	...batchStatusRoutes,
	realTimeV1Route,
	featureSetsRoute,
	numbersRoute,
	...numberListingRoutes,
];

/** Name of a request to any other path in the control plane. */
export const UNKNOWN_ROUTE = 'unknown';

export const routeNames: readonly string[] = [...routes.map(({ name }) => name), UNKNOWN_ROUTE];
