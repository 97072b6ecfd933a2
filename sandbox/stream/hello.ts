import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { SCENARIOS, SCENARIO_NAMES } from '../../nodes/Truecaller/simulation/events/scenarios';
import { UNKNOWN_ROUTE, routes } from '../../nodes/Truecaller/simulation/routes/routes';
import { OUTCOMES } from '../../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../../nodes/Truecaller/simulation/rules/numbers/listing';
import { RETRY_WAITS_MS } from '../webhooks/retries';
import { WEBHOOK_KEY } from '../webhooks/webhookKey';

/** What the page needs to know about its surroundings. */
export type Look = { readonly editorUrl: string | null };

const { clientAccountId, keyId, apiKey } = DEMO_KEYS.full;

/** Returns the first message to the page: everything that stays the same until the sandbox ends. */
export const helloOf = (boot: string, { editorUrl }: Look) => ({
	boot,
	editorUrl,
	keys: { clientAccountId, keyId, apiKey, webhookKey: WEBHOOK_KEY },
	/** The purpose of a request to each route, in the words of the node. */
	purposes: {
		...Object.fromEntries(routes.map(({ name, purpose }) => [name, purpose])),
		[UNKNOWN_ROUTE]: 'An unknown path',
	},
	/** The last four digits that decide the outcome, and the outcome of each. */
	testNumbers: {
		receivers: Object.entries(OUTCOMES).map(([digits, { meaning }]) => ({ digits, meaning })),
		listed: Object.entries(MAGIC_NUMBERS).map(([digits, meaning]) => ({ digits, meaning })),
	},
	/** Every event that can be sent by name. */
	events: SCENARIO_NAMES.map((name) => {
		const { sentTo, meaning } = SCENARIOS[name];
		return { name, sentTo, meaning };
	}),
	/** Maximum number of deliveries of one event by Truecaller. */
	mostAttempts: RETRY_WAITS_MS.length + 1,
});
