import axios from 'axios';
import type { Execution } from './n8n/execution';
import { say } from './system/progress';
import { Trouble } from './system/trouble';
import type { Rest } from './n8n/rest';
import { exampleWorkflow, webhookKey } from './n8n/seed';

export const callMeBack = 'call-me-back';

const usualSandbox = 'http://127.0.0.1:8787';
const http = axios.create({ proxy: false, validateStatus: () => true });

type Delivery = { eventId: string; attempts: Array<{ taken: boolean; reason: string | null }> };

/** Returns the production URL of the example's trigger, without the key. */
export function callMeBackUrl(editorUrl: string, example = exampleWorkflow(callMeBack)): string {
	const trigger = example.nodes.find(
		({ webhookId, type }) => webhookId && type.endsWith('Trigger'),
	);
	return `${editorUrl}/webhook/${String(trigger?.webhookId)}/webhook`;
}

type Addresses = {
	editorUrl: string;
	sandboxUrl: string;
	/** Where n8n receives webhooks, if not at the editor's address. */
	webhooksUrl?: string;
};

/**
 * Registers the example's URL, as a user does in the Truecaller console. A sandbox forgets it when
 * it ends, so each start registers it again.
 */
export async function registerAtSandbox({
	editorUrl,
	sandboxUrl,
	webhooksUrl = editorUrl,
}: Addresses): Promise<void> {
	const webhook = {
		name: 'Call me back',
		url: `${callMeBackUrl(webhooksUrl)}?key=${webhookKey}`,
		executionsUrl: `${editorUrl}/workflow/${callMeBack}/executions`,
	};
	const { status, data } = await http.post<unknown>(`${sandboxUrl}/sandbox/webhooks`, webhook);
	if (status !== 200) throw new Trouble(`The sandbox refuses the webhook: ${JSON.stringify(data)}`);
}

/** Publishes the example, lets one customer ask for a call back, and prints the result. */
export async function showCallMeBack(rest: Rest, sandboxUrl: string): Promise<void> {
	await rest.publish(await rest.versionOf(callMeBack));
	const { data } = await http.post<Delivery[]>(`${sandboxUrl}/sandbox/events`, {});
	const [delivery] = data;
	if (!delivery?.attempts[0]?.taken)
		throw new Trouble(`An event was not delivered to the example: ${JSON.stringify(data)}`);
	const execution = await latestExecution(rest);
	say('The second example, started just now by a customer who asked to be called back:\n');
	for (const line of linesOfTask(execution)) say(`  ${line}`);
	say();
	say(
		`Send this event again (starts nothing):      ${deliverCommand(sandboxUrl, '--event-id', delivery.eventId)}`,
	);
	say(
		`Send an event with a wrong key (refused):    ${deliverCommand(sandboxUrl, '--key', 'a-wrong-webhook-key')}`,
	);
	say();
}

/** Returns the lines of the task: the caller, the customer and the time. */
export function linesOfTask(execution: Execution): string[] {
	const [task] = execution.items('Task for the owner');
	if (!task)
		return [
			`No task was made: the execution ended with ${execution.error?.message ?? execution.status}`,
		];
	const { owner, title, callBackNumber, slotIndia, slotUtc } = task.json;
	return [
		`${String(title)}, ${String(callBackNumber)}; task for ${String(owner)}`,
		`${String(slotIndia)} in India (${String(slotUtc)} UTC)`,
	];
}

/** Returns the command that sends a Call Me Back through the sandbox, with more options. */
export function deliverCommand(sandboxUrl: string, ...more: string[]): string {
	const where = sandboxUrl === usualSandbox ? [] : ['--sandbox', sandboxUrl];
	return ['npm run deliver -- callMeBack', ...more, ...where].join(' ');
}

/** Returns the latest execution. n8n stores it before it answers the event. */
async function latestExecution(rest: Rest): Promise<Execution> {
	const ids = (await rest.executionIds(callMeBack)).map(Number);
	return await rest.execution(String(Math.max(...ids)));
}
