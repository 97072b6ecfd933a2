import { LIMITS } from '../api/facts/limits';

/** n8n's nodes panel shows both nodes of the pack as one, with the description of the trigger. */
export const inThePanel =
	'Show the people you call who calls and why, and start a workflow when they ask to be called back or answer a feedback campaign';

const PRODUCTION_URL =
	'the <b>production URL</b> of this node with <code>?key=</code> and the Webhook Key of your credential appended';

const REGISTER = `In the Truecaller console, open the overflow menu (⋮) and choose <b>Manage Webhooks → Create webhook</b>. Enter a name and, as URL, ${PRODUCTION_URL}; choose the event types, then <b>Create</b>. An account can have five webhooks.`;

const LOCALHOST =
	'Truecaller cannot reach a URL that starts with <code>localhost</code> or <code>127.0.0.1</code>: set the environment variable <code>WEBHOOK_URL</code> of n8n to the address under which the internet reaches it, and restart n8n.';

const TWO_URLS =
	'<b>The test URL</b> works only while you listen here, for one event, so do not register it in the console: send an event to it as described under Try it. <b>The production URL</b> works as long as the workflow is published.';

const TRY_OUT =
	'<b>Try it:</b> while you listen here, execute <b>Truecaller → Event → Send Test Event</b> in another workflow, with the test URL. It sends one event as Truecaller would, without an account. Once the production URL is registered, you can also choose <b>Test Webhook → Test URL</b> in the console.';

const DAYS = LIMITS.eventsKeptMs / 86_400_000;

const REPEATS = `<b>Duplicates:</b> Truecaller may deliver an event again for days. Within ${DAYS} days a repeat starts nothing, as long as this n8n process has not been restarted in between.`;

export const setUpNotice =
	'Register the production URL, with <code>?key=</code> and the Webhook Key of your credential appended, in the Truecaller console under <b>Manage Webhooks → Create webhook</b>. Truecaller cannot reach a URL that starts with <code>localhost</code> or <code>127.0.0.1</code>: set <code>WEBHOOK_URL</code>. <a href="https://github.com/n8n-nodes-truecaller/n8n-nodes-truecaller/blob/main/docs/call-backs.md" target="_blank">More about the set-up</a>';

const help = (executions: string) =>
	[TRY_OUT, `<b>Set-up:</b> ${REGISTER}`, LOCALHOST, TWO_URLS, executions, REPEATS].join(
		' <br /> <br /> ',
	);

/** What the editor says beside the URLs. */
export const triggerPanel = {
	header: 'Receive events from Truecaller',
	executionsHelp: {
		inactive: help(
			'Events that come to the production URL after publishing show up in the executions list, but not in the editor.',
		),
		active: help(
			'The workflow is published: events that come to the production URL show up in the <a data-key="executions">executions list</a>, but not in the editor.',
		),
	},
	activationHint:
		"Once you've finished building your workflow, publish it and register the production URL in the Truecaller console, to run it without having to click this button.",
};

export const listening =
	'Waiting for an event at the test URL. To send one, execute Truecaller → Event → Send Test Event in another workflow. The Truecaller console is for the production URL.';

export const published =
	'Register the production URL, with ?key= and your Webhook Key appended, in the Truecaller console under Manage Webhooks. If it starts with localhost or 127.0.0.1, Truecaller cannot reach it: set WEBHOOK_URL.';

export const dropDuplicatesHelp = `Whether an event that Truecaller delivers again starts nothing. Events are remembered for ${DAYS} days by one n8n process, until it restarts or this package is updated; to be sure beyond that, add a Remove Duplicates node on event_id. Test executions are never dropped.`;
