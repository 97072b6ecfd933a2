import type { IDataObject, INodeProperties, IWebhookDescription } from 'n8n-workflow';

/** When Truecaller is told that an event was taken. */
export const responseModeField: INodeProperties = {
	displayName: 'Respond',
	name: 'responseMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'At Once',
			value: 'onReceived',
			description:
				'As soon as n8n has stored the execution. An execution that fails is not repeated.',
		},
		{
			name: 'When the Workflow Has Finished',
			value: 'lastNode',
			description:
				'Only when the execution ended well. Truecaller delivers the event again if it failed or n8n was killed. For workflows that take less than 20 seconds: Truecaller does not wait longer.',
		},
	],
	default: 'onReceived',
	description: 'When to tell Truecaller that the event was taken',
};

const TEMPLATE = '={{$parameter["responseMode"] || "onReceived"}}';

/** Lets n8n 2.41 and later read this field without the expression engine, which costs more than an event. */
const nativeResolvers: Partial<IWebhookDescription> = {
	[Symbol.for('n8n.webhookDescriptionResolvers')]: {
		responseMode: {
			template: TEMPLATE,
			resolve: ({ responseMode }: IDataObject) => responseMode || 'onReceived',
		},
	},
};

export const webhook: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	responseMode: TEMPLATE,
	responseData: '',
	path: 'webhook',
	...nativeResolvers,
};
