import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { SCENARIOS, SCENARIO_NAMES } from '../../nodes/Truecaller/simulation/events/scenarios';
import { UNKNOWN_ROUTE, routes } from '../../nodes/Truecaller/simulation/routes/routes';
import { OUTCOMES } from '../../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../../nodes/Truecaller/simulation/rules/numbers/listing';
import { RETRY_WAITS_MS } from '../webhooks/retries';
import { WEBHOOK_KEY } from '../webhooks/webhookKey';

/** What the page is told of its surroundings. */
export type Look = { readonly editorUrl: string | null };

const { clientAccountId, keyId, apiKey } = DEMO_KEYS.full;

/** What the page is told once, when it connects: everything that stays as it is until the sandbox ends. */
export const helloOf = (boot: string, { editorUrl }: Look) => ({
	boot,
	editorUrl,
	keys: { clientAccountId, keyId, apiKey, webhookKey: WEBHOOK_KEY },
	/** What a request to each route is for, in the words of the node. */
	purposes: {
		...Object.fromEntries(routes.map(({ name, purpose }) => [name, purpose])),
		[UNKNOWN_ROUTE]: 'An unknown path',
	},
	/** The last four digits that decide what happens, and what it is. */
	testNumbers: {
		receivers: Object.entries(OUTCOMES).map(([digits, { meaning }]) => ({ digits, meaning })),
		listed: Object.entries(MAGIC_NUMBERS).map(([digits, meaning]) => ({ digits, meaning })),
	},
	/** Every event that can be sent by its name. */
	events: SCENARIO_NAMES.map((name) => {
		const { sentTo, meaning } = SCENARIOS[name];
		return { name, sentTo, meaning };
	}),
	/** How often Truecaller sends an event at most. */
	mostAttempts: RETRY_WAITS_MS.length + 1,
});
