import { DEMO_ACCOUNT, demoLabels } from '../nodes/Truecaller/simulation/demo/account';
import { OUTCOMES } from '../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../nodes/Truecaller/simulation/rules/numbers/listing';
import type { Sandbox } from './server';

const HOUR_MS = 60 * 60_000;

/**
 * Returns commands to paste. Each computes the call window when it runs, because a printed window
 * would expire.
 */
function curlLines({ url, keys }: Sandbox): string {
	const login = JSON.stringify({ key_id: keys.full.keyId, api_key: keys.full.apiKey });
	const record = {
		label_id: demoLabels(1)[0]?.id,
		dynamic_call_reason: 'Your flowers arrive today',
		caller_number: '911234567890',
		receiver_number: '919876543210',
	};
	const start = JSON.stringify(record).slice(0, -1);
	return [
		`TOKEN=$(curl -s ${url}/clients/${DEMO_ACCOUNT}/token -H 'Content-Type: application/json' \\`,
		`  -H 'X-Public-Access: allow' -d '${login}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')`,
		`NOW=$(date +%s)000; curl -s ${url}/v2/clients/${DEMO_ACCOUNT}/dynamic_call_record \\`,
		`  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
		`  -d '${start},"starts_at":'$NOW',"ends_at":'$((NOW + ${HOUR_MS}))'}'; echo`,
	].join('\n');
}

const digitLines = (meanings: ReadonlyArray<readonly [digits: string, meaning: string]>): string =>
	meanings.map(([digits, meaning]) => `  …${digits}   ${meaning}`).join('\n');

const magicReceivers = (): string =>
	digitLines(Object.entries(OUTCOMES).map(([digits, { meaning }]) => [digits, meaning]));

const deliverLine = ({ url, webhookKey }: Sandbox): string =>
	`npm run deliver -- callMeBack --to '<production URL of the trigger>?key=${webhookKey}' --sandbox ${url}`;

/** Returns the text that the terminal shows when the sandbox has started. */
export function introduce(sandbox: Sandbox): string {
	const { url, pageUrl, keys, webhookKey } = sandbox;
	return `
The sandbox is ready. It stands in for Truecaller for Business: no real phone shows anything,
and where Truecaller's documents are silent, it guesses (sandbox/README.md).

See your customers' phones, and answer for them:
  ${pageUrl}

Copy these values into the n8n credential "Truecaller API":
  Base URL            ${url}
  Client Account ID   ${keys.full.clientAccountId}
  Key ID              ${keys.full.keyId}
  Secret API Key      ${keys.full.apiKey}
  Webhook Key         ${webhookKey}

Test numbers: the last four digits of the receiver decide how a call ends. All others succeed.
${magicReceivers()}

When you list a number, its last four digits decide what happens, unless the sandbox knows the number:
${digitLines(Object.entries(MAGIC_NUMBERS))}

To personalise a call from this terminal, paste these lines:

${curlLines(sandbox)}

To send an event to a trigger (all events: npm run deliver -- --help):
${deliverLine(sandbox)}

All requests so far: curl ${url}/sandbox/received
Press Ctrl-C to stop the sandbox.
`;
}
