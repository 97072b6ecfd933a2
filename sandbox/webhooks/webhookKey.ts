/** The Webhook Key of the sandbox's credential. Made up, like the demo keys: it opens nothing but a demo. */
export const WEBHOOK_KEY = 'made-up-webhook-key';
