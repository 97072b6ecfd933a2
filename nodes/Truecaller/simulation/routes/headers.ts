import { reworded, refusalOf } from '../refusals';
import type { Answer } from '../refusals';
import type { DoubtfulHeader } from '../settings/dialects';
import type { World } from '../world';
import type { WireRequest } from './route';

type Wanted = {
	readonly isThere: (request: WireRequest) => boolean;
	readonly status: number;
	readonly text: string;
};

/**
 * Headers that only some pages list (§1.1, §8 C13). The refusal of a request without them is [I];
 * by default they are not checked.
 */
const WANTED: Readonly<Record<DoubtfulHeader, Wanted>> = {
	accept: {
		isThere: ({ accept = '' }) => accept.includes('application/vnd.api+json'),
		status: 406,
		text: 'Accept header must be application/vnd.api+json; version=1.0',
	},
	contentType: {
		isThere: ({ contentType = '' }) => contentType !== '',
		status: 415,
		text: 'Content-Type header is required',
	},
	publicAccess: {
		isThere: ({ publicAccess }) => publicAccess === 'allow',
		status: 400,
		text: 'X-Public-Access header must be allow',
	},
};

/** Refuses a request without a header that the settings require. */
export const refuseForHeaders = (request: WireRequest, { settings }: World): Answer | undefined => {
	const missing = settings.requiredHeaders.find((name) => !WANTED[name].isThere(request));
	if (missing === undefined) return undefined;
	const { status, text } = WANTED[missing];
	return refusalOf(status, reworded({ text, form: 'headers' }, settings).text);
};
