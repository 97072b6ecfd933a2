import type { IDataObject } from 'n8n-workflow';

import type { Slot } from './rateLimiter';

/**
 * Returns a body that reports when its request departs. n8n has no such event, but it serialises the body just before
 * it sends the request. Slow steps (reading the credential, logging in) are over by then, so this is the moment to
 * count against the rate limit.
 */
export const reportingDeparture = (body: IDataObject, { departed }: Slot): IDataObject => ({
	...body,
	toJSON: () => {
		departed();
		return body;
	},
});
