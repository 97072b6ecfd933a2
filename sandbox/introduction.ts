import { DEMO_ACCOUNT, demoLabels } from '../nodes/Truecaller/simulation/demo/account';
import { OUTCOMES } from '../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../nodes/Truecaller/simulation/rules/numbers/listing';
import type { Sandbox } from './server';

const HOUR_MS = 60 * 60_000;

/** Ready to paste; the window is made when the line runs, for a printed one would be stale an hour later. */
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

const deliverLine = (url: string): string =>
	`npm run deliver -- callMeBack --to '<URL of the trigger>?key=<its key>' --sandbox ${url}`;

/** What a person sees who starts the sandbox. */
export function introduce(sandbox: Sandbox): string {
	const { url, pageUrl, keys } = sandbox;
	return `
A stand-in for Truecaller for Business. It is NOT Truecaller: no phone ever shows
anything, and where the public documents are silent it guesses (sandbox/README.md).

See what your customers see, and answer for them, in the browser:
  ${pageUrl}

Paste into the n8n credential "Truecaller API":
  Base URL            ${url}
  Client Account ID   ${keys.full.clientAccountId}
  Key ID              ${keys.full.keyId}
  Secret API Key      ${keys.full.apiKey}

The last four digits of the receiver choose how a call ends; all others succeed:
${magicReceivers()}

In number management those of a number that is new to the sandbox choose where it goes:
${digitLines(Object.entries(MAGIC_NUMBERS))}

Log in, then personalise one call:

${curlLines(sandbox)}

What was received: curl ${url}/sandbox/received      Ctrl-C ends the sandbox.

Deliver an event to a trigger, as Truecaller would (all of them: npm run deliver -- --help):
${deliverLine(url)}
`;
}
