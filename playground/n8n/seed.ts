/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';
import { WEBHOOK_KEY } from '../../sandbox/webhooks/webhookKey';
import { packageName } from './pack';
import { root } from '../paths';
import { remember, remembered } from '../system/memory';
import type { Credential, Workflow } from './rest';

type Cli = (...args: string[]) => Promise<string>;
type Target = { userFolder: string; cli: Cli };

const examplesFolder = join(root, 'examples');
const credentialId = 'truecallerSandbox';
const credentialName = 'Truecaller sandbox';

/** The Webhook Key in the credential, as the sandbox prints it. */
export const webhookKey = WEBHOOK_KEY;

/**
 * Returns the credential for the sandbox's demo account, with the values that a user would type.
 */
export function sandboxCredential(baseUrl: string): Credential {
	const { clientAccountId, keyId, apiKey } = DEMO_KEYS.full;
	return {
		name: credentialName,
		type: 'truecallerApi',
		data: { clientAccountId, keyId, apiKey, baseUrl, webhookSecret: webhookKey },
	};
}

/**
 * Returns an example workflow, with the credential in each Truecaller node. The files have none:
 * see docs/decisions/examples-without-credentials.md. Some examples use the simulation, which has
 * no page; here all use the account of the credential.
 */
export function exampleWorkflow(name: string, idOfCredential = credentialId): Workflow {
	const workflow = JSON.parse(
		readFileSync(join(examplesFolder, `${name}.json`), 'utf8'),
	) as Workflow;
	for (const node of workflow.nodes) {
		if (!node.type.startsWith(`${packageName}.`)) continue;
		node.credentials = { truecallerApi: { id: idOfCredential, name: credentialName } };
		if ('connectTo' in node.parameters) node.parameters.connectTo = 'truecaller';
	}
	return { ...workflow, id: name };
}

/** Returns the names of the example workflows. */
export function exampleNames(): string[] {
	return readdirSync(examplesFolder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => basename(file, '.json'));
}

/**
 * Imports only missing workflows and credentials, so that the user's changes stay. Returns the
 * names of new ones.
 */
export async function seed(target: Target, sandboxUrl: string): Promise<string[]> {
	const file = join(target.userFolder, 'seeded.json');
	const done = remembered(file, { credential: '', examples: [] as string[] });
	const credential = fingerprintOfCredential(sandboxUrl);
	if (done.credential !== credential) await importCredential(target, sandboxUrl);
	const fresh = exampleNames().filter((name) => !done.examples.includes(name));
	if (fresh.length > 0) await importExamples(target, fresh);
	remember(file, { credential, examples: [...done.examples, ...fresh] });
	return fresh;
}

function fingerprintOfCredential(sandboxUrl: string): string {
	return createHash('sha256')
		.update(JSON.stringify(sandboxCredential(sandboxUrl)))
		.digest('hex');
}

async function importCredential({ userFolder, cli }: Target, sandboxUrl: string): Promise<void> {
	const file = join(userFolder, 'credential.json');
	writeFileSync(file, JSON.stringify([{ id: credentialId, ...sandboxCredential(sandboxUrl) }]));
	await cli('import:credentials', `--input=${file}`);
	rmSync(file);
}

async function importExamples({ userFolder, cli }: Target, names: string[]): Promise<void> {
	const folder = join(userFolder, 'examples');
	mkdirSync(folder, { recursive: true });
	for (const name of names)
		writeFileSync(join(folder, `${name}.json`), JSON.stringify(exampleWorkflow(name)));
	await cli('import:workflow', '--separate', `--input=${folder}`);
	rmSync(folder, { recursive: true });
}
