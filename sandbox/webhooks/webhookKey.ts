/** The Webhook Key of the sandbox's credential. Invented, like the demo keys. */
export const WEBHOOK_KEY = 'made-up-webhook-key';
