import { deliverCommand } from './callMeBack';
import { firstExample } from './firstExample';
import { owner } from './n8n/environment';
import { webhookKey } from './n8n/seed';
import { playgroundFolder } from './paths';
import type { SandboxProcess } from './sandboxProcess';
import { say } from './system/progress';

/** Prints what the user needs when everything runs: the addresses, the sign-in and what to try. */
export function welcome(editorUrl: string, { url, pageUrl }: SandboxProcess): void {
	say(`n8n is ready: ${editorUrl}`);
	say(`Sign in as ${owner.email} with the password ${owner.password}`);
	say(`Start with the first example: ${editorUrl}/workflow/${firstExample}`);
	say(`See your customers' phones, and answer for them: ${pageUrl}`);
	say(`Webhook Key of the sandbox's credential: ${webhookKey}`);
	say(`Let a customer ask to be called back: ${deliverCommand(url)}`);
	say(`Your work stays in ${playgroundFolder}. Press Ctrl-C to stop n8n and the sandbox.`);
}
