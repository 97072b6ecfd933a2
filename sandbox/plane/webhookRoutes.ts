import { assertEventOrder } from '../webhooks/order';
import { assertWebhookChange, assertWebhookOrder } from '../webhooks/registrations';
import type { Webhook } from '../webhooks/registrations';
import type { ControlRoute } from './controlRoute';
import type { WebhookControl } from '../control/webhooks';

function register({ webhooks }: WebhookControl, body: unknown): Webhook {
	assertWebhookOrder(body);
	return webhooks.register(body);
}

function change({ webhooks }: WebhookControl, id: string, body: unknown): Webhook {
	assertWebhookChange(body);
	return webhooks.change(id, body);
}

async function orderEvent(control: WebhookControl, body: unknown) {
	assertEventOrder(body);
	return await control.deliver(body);
}

/** Returns the routes for webhooks and events. */
export const webhookRoutes = (control: WebhookControl): readonly ControlRoute[] => [
	{ method: 'GET', path: '/webhooks', answer: () => control.webhooks.list() },
	{ method: 'POST', path: '/webhooks', answer: ({ body }) => register(control, body) },
	{ method: 'POST', path: '/webhooks/:id', answer: ({ id, body }) => change(control, id, body) },
	{
		method: 'DELETE',
		path: '/webhooks/:id',
		answer: ({ id }) => (control.webhooks.remove(id), { ok: true }),
	},
	{ method: 'POST', path: '/events', answer: async ({ body }) => await orderEvent(control, body) },
	{ method: 'GET', path: '/deliveries', answer: () => control.deliveries() },
	{
		method: 'POST',
		path: '/deliveries/:id/again',
		answer: async ({ id }) => await control.deliverAgain(Number(id)),
	},
];
