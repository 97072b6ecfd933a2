import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { triggerHint } from './builders/triggerHint';
import { inThePanel, listening, published, triggerPanel } from './events/editorTexts';
import { subtitle, triggerProperties } from './events/properties';
import { checkSetUp } from './events/publish';
import { receive } from './events/receive';
import { webhook } from './events/responseMode';

/** The trigger node. What an event means is read in events/. */
export class TruecallerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Truecaller Trigger',
		name: 'truecallerTrigger',
		icon: { light: 'file:truecaller.svg', dark: 'file:truecaller.dark.svg' },
		group: ['trigger'],
		// In version 1 n8n would evaluate an expression for every event.
		version: 2,
		subtitle,
		description: inThePanel,
		eventTriggerDescription: listening,
		activationMessage: published,
		triggerPanel,
		defaults: { name: 'Truecaller Trigger' },
		builderHint: triggerHint,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'truecallerApi',
				required: true,
				displayOptions: { show: { authentication: ['webhookKey'] } },
			},
		],
		webhooks: [webhook],
		properties: triggerProperties,
	};

	webhookMethods = {
		default: {
			/** There is nothing to ask Truecaller: false makes n8n call `create`, which checks what the user set up. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await checkSetUp(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
