import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../facts/endpoints';
import { choose } from './form';
import type { Chosen } from './form';
import { noteAnswer } from './judging';
import { lookUpNames } from './labelNames';
import type { OpenContent, Speaker, SpokenReply } from './speech';

/** One request, in any form. `startedAtMs`: when its first form got its slot in the rate limit. */
export type Request<Body extends IDataObject> = {
	readonly endpoint: Endpoint;
	readonly content: OpenContent<Body>;
	startedAtMs?: number;
};

/**
 * Returns the ms left of the time limit, which starts with the first slot; undefined without a
 * limit.
 */
export const leftMs = <Body extends IDataObject>({ content, startedAtMs }: Request<Body>) =>
	content.timeLimitMs === undefined || startedAtMs === undefined
		? content.timeLimitMs
		: content.timeLimitMs - (Date.now() - startedAtMs);

/** Sends a request once, in the forms known to be accepted, or else in the documented forms. */
export const sendOnce = async <Body extends IDataObject>(
	request: Request<Body>,
	{ send, speak, memory }: Speaker,
): Promise<SpokenReply<Body> & { readonly chosen: Chosen }> => {
	const { endpoint, content } = request;
	const { body, query, openForms } = content;
	const chosen = choose(endpoint, openForms, memory);
	if (chosen.form.labelNames === memory.labelNames)
		await lookUpNames(speak, openForms?.labelIds?.() ?? [], memory);
	const timeLimitMs = leftMs(request);
	if (!body) request.startedAtMs ??= Date.now();
	const reply = await send<Body>(chosen.endpoint, {
		query,
		headers: chosen.headers,
		timeLimitMs,
		body:
			body &&
			((nowMs) => {
				request.startedAtMs ??= nowMs;
				return body(nowMs, chosen.form);
			}),
	});
	noteAnswer(reply, chosen, memory);
	return { ...reply, chosen };
};
