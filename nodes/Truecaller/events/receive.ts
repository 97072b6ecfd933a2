import { sleep } from 'n8n-workflow';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { OK, answerWhenFinished } from './answer';
import { claimDelivery } from './duplicates/claimDelivery';
import type { DeliveryClaim } from './duplicates/claimDelivery';
import { createClaims, toClaimId } from './duplicates/claims';
import { isWanted, readFilters } from './filters';
import { createKeyCheck } from './key/keyCheck';
import { chooseCountry, isKeyAsked, readKey, readOptions } from './parameters';
import { readEvent } from './readEvent';
import { chooseZone } from './reading/times';
import { explainKeys, keysOf, readJsonBody } from './request';

// Shared by all workflows of the process.
const claims = createClaims();
const isRightKey = createKeyCheck();

/** Sends an error response itself, and tells n8n neither to respond nor to start an execution. */
const refuse = (
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData => {
	context.getResponseObject().status(status).json({ status: 'error', message });
	return { noWebhookResponse: true };
};

const isAuthentic = async (
	context: IWebhookFunctions,
	given: readonly unknown[],
): Promise<boolean> => {
	if (!isKeyAsked(context)) return true;
	const { name, credentials } = context.getNode();
	const read = async () => (await readKey(context)).trim();
	try {
		return await isRightKey(credentials?.truecallerApi?.id ?? '', given, read);
	} catch {
		context.logger.warn(
			'The credential of a Truecaller Trigger cannot be read, so it lets no event in',
			{ node: name },
		);
		return false;
	}
};

/** Claims the event for this delivery. Test executions and events without an id are never duplicates. */
const claim = async (
	context: IWebhookFunctions,
	eventId: string | null,
	dropDuplicates: unknown,
): Promise<DeliveryClaim['kind']> => {
	if (dropDuplicates === false || eventId === null || context.getMode() === 'manual')
		return 'first';
	const id = toClaimId(context.getWorkflow().id ?? '', context.getNode().id, eventId);
	const claimed = await claimDelivery(claims, id, context.getResponseObject(), sleep);
	if (claimed.kind === 'first' && claimed.beginsToForget) {
		context.logger.warn(
			'Truecaller Trigger received more events in seven days than it can remember; the oldest are forgotten, so repeats of them would start workflows again',
		);
	}
	return claimed.kind;
};

/** Takes one delivery from Truecaller: checks the key, reads the event, filters and deduplicates it. */
export const receive = async (context: IWebhookFunctions): Promise<IWebhookResponseData> => {
	const keys = keysOf(context.getQueryData(), context.getHeaderData());
	if (!(await isAuthentic(context, keys))) return refuse(context, 401, explainKeys(keys));
	const body = await readJsonBody(context.getRequestObject());
	if (!body) return refuse(context, 400, 'The body is no JSON object');
	const options = readOptions(context);
	const timezone = chooseZone(options.timezone, context.getTimezone());
	const event = readEvent(body, { timezone, country: chooseCountry(options.defaultCountry) });
	const filters = readFilters({ ...options, events: context.getNodeParameter('events', []) });
	if (!isWanted(event, filters)) return { webhookResponse: OK };
	const claimed = await claim(context, event.event_id, options.dropDuplicates);
	if (claimed === 'taken') return { webhookResponse: OK };
	if (claimed === 'undecided')
		return refuse(context, 503, 'The first delivery of this event is still under way');
	if (claimed === 'gone') return { noWebhookResponse: true };
	if (context.getNodeParameter('responseMode', 'onReceived') === 'lastNode')
		answerWhenFinished(context.getResponseObject());
	const json = context.getNodeParameter('simplify', true) === false ? body : event;
	return { workflowData: [[{ json }]], webhookResponse: OK };
};
