import type { IDataObject } from 'n8n-workflow';

import type { Slot } from './rateLimiter';

/**
 * A body that tells when n8n makes text of it. n8n has no such event, and this is the last that happens before a call
 * travels: what takes long, such as reading the credential or a login, lies before.
 */
export const reportingDeparture = (body: IDataObject, { departed: leave }: Slot): IDataObject => ({
	...body,
	toJSON: () => {
		leave();
		return body;
	},
});
