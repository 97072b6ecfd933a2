import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { planOfCountry } from '../phone/numberingPlan';

type Context = IHookFunctions | IWebhookFunctions;

/** Returns the options of the node as the user set them. */
export const readOptions = (context: Context): IDataObject => ({
	...(context.getNodeParameter('options', {}) as IDataObject),
});

export const isKeyAsked = (context: Context): boolean =>
	context.getNodeParameter('authentication', 'webhookKey') !== 'none';

/** Returns the Webhook Key as it stands in the credential. */
export const readKey = async (context: Context): Promise<string> => {
	const { webhookSecret } = await context.getCredentials('truecallerApi');
	return String(webhookSecret ?? '');
};

/** Returns a country code, or '' if it is unknown: a misspelt country must not lose an event. */
export const chooseCountry = (country: unknown): string => {
	const code = typeof country === 'string' ? country.trim() : '';
	return planOfCountry(code) ? code : '';
};
