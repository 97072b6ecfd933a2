import { NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';
import type {
	IDataObject,
	IHookFunctions,
	INode,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { createClaims, toClaimId } from './events/duplicates/claims';
import { isWanted, readFilters } from './events/filters';
import { createKeyCheck } from './events/key/keyCheck';
import { triggerProperties } from './events/properties';
import { readEvent } from './events/readEvent';
import type { TruecallerEvent } from './events/readEvent';
import { keysOf, readJsonBody } from './events/request';
import { findSetUpFault } from './events/setUp';
import { chooseZone } from './events/reading/times';
import { takeTurn } from './events/duplicates/claimDelivery';
import type { Turn } from './events/duplicates/claimDelivery';
import { inThePanel, listening, published, triggerPanel } from './events/editorTexts';

/** One memory of each per process, for all workflows. */
const claims = createClaims();
const isRightKey = createKeyCheck();

const OK = { status: 'ok' };

/** Answers by hand what is no success; n8n sends nothing then and starts nothing. */
const refuse = (
	context: IWebhookFunctions,
	status: number,
	message: string,
): IWebhookResponseData => {
	context.getResponseObject().status(status).json({ status: 'error', message });
	return { noWebhookResponse: true };
};

const readOptions = (context: IHookFunctions | IWebhookFunctions): IDataObject => ({
	...(context.getNodeParameter('options', {}) as IDataObject),
});

const isKeyAsked = (context: IHookFunctions | IWebhookFunctions): boolean =>
	context.getNodeParameter('authentication', 'webhookKey') !== 'none';

const readKey = async (context: IHookFunctions | IWebhookFunctions): Promise<string> => {
	const { webhookSecret } = await context.getCredentials('truecallerApi');
	return String(webhookSecret ?? '').trim();
};

const isAuthentic = async (
	context: IWebhookFunctions,
	{ name, credentials }: INode,
): Promise<boolean> => {
	if (!isKeyAsked(context)) return true;
	const given = keysOf(context.getQueryData(), context.getHeaderData());
	try {
		return await isRightKey(
			credentials?.truecallerApi?.id ?? '',
			given,
			async () => await readKey(context),
		);
	} catch {
		context.logger.warn(
			'The credential of a Truecaller Trigger cannot be read, so it lets no event in',
			{ node: name },
		);
		return false;
	}
};

const takeTurnOf = async (
	context: IWebhookFunctions,
	nodeId: string,
	{ event_id }: TruecallerEvent,
	dropDuplicates: unknown,
): Promise<Turn['kind']> => {
	if (dropDuplicates === false || event_id === null || context.getMode() === 'manual')
		return 'first';
	const id = toClaimId(context.getWorkflow().id ?? '', nodeId, event_id);
	const turn = await takeTurn(claims, id, context.getResponseObject(), sleep);
	if (turn.kind === 'first' && turn.beginsToForget) {
		context.logger.warn(
			'Truecaller Trigger received more events in seven days than it can remember; the oldest are forgotten, so repeats of them would start workflows again',
		);
	}
	return turn.kind;
};

/** The trigger node. What an event means is read in events/. */
export class TruecallerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Truecaller Trigger',
		name: 'truecallerTrigger',
		icon: { light: 'file:truecaller.svg', dark: 'file:truecaller.dark.svg' },
		group: ['trigger'],
		// In version 1 n8n would evaluate an expression for every event.
		version: 2,
		subtitle:
			'={{ [].concat($parameter["events"]).map((event) => ({ callMeBack: "Call Me Back", userFeedback: "User Feedback" })[event] ?? event).join(", ") }}',
		description: inThePanel,
		eventTriggerDescription: listening,
		activationMessage: published,
		triggerPanel,
		defaults: { name: 'Truecaller Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'truecallerApi',
				required: true,
				displayOptions: { show: { authentication: ['webhookKey'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		],
		properties: triggerProperties,
	};

	webhookMethods = {
		default: {
			/** There is nothing to ask Truecaller: false makes n8n call `create`, which checks what the user set up. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { timezone, businessNumbers } = readOptions(this);
				const key = isKeyAsked(this) ? await readKey(this) : undefined;
				const fault = findSetUpFault({ key, timezone, businessNumbers });
				if (fault)
					throw new NodeOperationError(this.getNode(), fault.message, {
						description: fault.description,
					});
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		// A copy of it each time.
		const node = this.getNode();
		if (!(await isAuthentic(this, node))) return refuse(this, 401, 'The key is missing or wrong');
		const body = await readJsonBody(this.getRequestObject());
		if (!body) return refuse(this, 400, 'The body is no JSON object');
		const options = readOptions(this);
		const event = readEvent(body, chooseZone(options.timezone, this.getTimezone()));
		if (!isWanted(event, readFilters({ ...options, events: this.getNodeParameter('events', []) })))
			return { webhookResponse: OK };
		const turn = await takeTurnOf(this, node.id, event, options.dropDuplicates);
		if (turn === 'taken') return { webhookResponse: OK };
		if (turn === 'undecided')
			return refuse(this, 503, 'The first delivery of this event is still under way');
		if (turn === 'gone') return { noWebhookResponse: true };
		const json = this.getNodeParameter('simplify', true) === false ? body : event;
		return { workflowData: [[{ json }]], webhookResponse: OK };
	}
}
