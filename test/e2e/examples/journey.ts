/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../../playground/n8n/execution';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { exampleWorkflow, webhookKey } from '../../../playground/n8n/seed';
import { startSandbox } from '../../../sandbox/server';
import type { EventOrder } from '../../../sandbox/webhooks/order';
import { startThirdParties, type Replies } from '../../support/thirdParties';
import { createCredential, sharedN8n } from '../n8n';
import { untilLive } from '../trigger/stage';

/** What stands in the fields of a credential: made up, for nobody asks the real service. */
const secrets: Record<string, Record<string, unknown>> = {
	googleCalendarOAuth2Api: {
		clientId: 'made-up',
		clientSecret: 'made-up',
		oauthTokenData: { access_token: 'made-up', token_type: 'Bearer' },
	},
	googleSheetsOAuth2Api: {
		clientId: 'made-up',
		clientSecret: 'made-up',
		oauthTokenData: { access_token: 'made-up', token_type: 'Bearer' },
	},
	hubspotAppToken: { appToken: 'made-up-hubspot-token' },
	salesforceOAuth2Api: {
		clientId: 'made-up',
		clientSecret: 'made-up',
		oauthTokenData: { access_token: 'made-up', instance_url: 'https://acme.my.salesforce.com' },
	},
	slackApi: { accessToken: 'made-up-slack-token' },
	twilioApi: { authType: 'authToken', accountSid: 'AC0', authToken: 'made-up' },
	wooCommerceApi: {
		consumerKey: 'made-up-key',
		consumerSecret: 'made-up-secret',
		url: 'https://shop.example.com',
	},
	zendeskApi: { subdomain: 'acme', email: 'agent@example.com', apiToken: 'made-up-zendesk-token' },
};

/** What a user chooses: the type of the credential for each type of node. */
const chosen: Record<string, string> = {
	'n8n-nodes-base.googleCalendar': 'googleCalendarOAuth2Api',
	'n8n-nodes-base.googleSheets': 'googleSheetsOAuth2Api',
	'n8n-nodes-base.hubspot': 'hubspotAppToken',
	'n8n-nodes-base.salesforce': 'salesforceOAuth2Api',
	'n8n-nodes-base.salesforceTrigger': 'salesforceOAuth2Api',
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.twilio': 'twilioApi',
	'n8n-nodes-base.wooCommerce': 'wooCommerceApi',
	'n8n-nodes-base.wooCommerceTrigger': 'wooCommerceApi',
	'n8n-nodes-base.zendesk': 'zendeskApi',
};

const patienceMs = 20_000;

type Change = (node: WorkflowNode) => Partial<WorkflowNode>;

/** An example with its own nodes for third parties, beside a sandbox and stand-ins of its own. */
export async function openJourney(name: string, replies: Replies) {
	const sandbox = await startSandbox();
	const parties = await startThirdParties(
		JSON.parse(process.env.E2E_THIRD_PARTIES ?? '{}') as Parameters<typeof startThirdParties>[0],
		replies,
	);
	const { n8n, rest } = await sharedN8n();
	const credentialId = await createCredential(rest, sandbox.url);
	const example = () => {
		const workflow = exampleWorkflow(name, credentialId);
		for (const node of workflow.nodes) {
			const type = chosen[node.type];
			if (type) node.credentials = { [type]: { id: null, name: type } };
		}
		return workflow;
	};
	await createMissingCredentials(rest, example().nodes);

	const published = new Set<string>();
	const unpublish = async (id: string) => {
		published.delete(id);
		await rest.http.post(`/workflows/${id}/deactivate`, {});
	};

	/** A copy of its own, with some of its nodes changed. */
	const create = async (changes: Record<string, Change> = {}) => {
		const workflow = example();
		for (const node of workflow.nodes) {
			if (node.webhookId) node.webhookId = randomUUID();
			Object.assign(node, changes[node.name]?.(node));
		}
		const { id, versionId } = await rest.createWorkflow({ ...workflow, id: undefined });
		const webhookUrl = (trigger: string) =>
			`${n8n.editorUrl}/webhook/${String(workflow.nodes.find((node) => node.name === trigger)?.webhookId)}/webhook`;
		const executionIds = async () => (await rest.executionIds(id)).map(Number);
		return {
			id,
			webhookUrl,
			executionIds,
			run: async (trigger: string): Promise<Execution> => await rest.run(id, trigger),
			publish: async () => {
				await rest.publish({ id, versionId });
				published.add(id);
				if (workflow.nodes.some((node) => node.name === 'Truecaller Trigger'))
					await untilLive(webhookUrl('Truecaller Trigger'));
			},
			unpublish: async () => await unpublish(id),
			/** The newest execution once more, from the node that failed. */
			retry: async () => {
				const { data } = await rest.http.post<{ data: { id: string } }>(
					`/executions/${Math.max(...(await executionIds()))}/retry`,
					{ loadWorkflow: false },
				);
				return await rest.execution(
					String(Math.max(...(await executionIds()), Number(data.data.id) || 0)),
				);
			},
			latest: async () => await rest.execution(String(Math.max(...(await executionIds())))),
			/** One event of Truecaller, and the execution that it started. */
			deliver: async (order: EventOrder) => {
				const [delivery] = await sandbox.control.deliver({
					url: `${webhookUrl('Truecaller Trigger')}?key=${webhookKey}`,
					...order,
				});
				expect(delivery?.state).toBe('Delivered');
				return await rest.execution(String(Math.max(...(await executionIds()))));
			},
		};
	};
	let seen = 0;
	return {
		sandbox,
		parties,
		rest,
		create,
		/** What Truecaller was asked since `forget`. */
		received: (route: string) =>
			sandbox.control
				.received()
				.slice(seen)
				.filter((each) => each.route === route)
				.map(({ body }) => body),
		/** The sandbox itself is not reset: its tokens must live, for ten are all there are. */
		forget: () => {
			expect(parties.unplanned).toEqual([]);
			parties.reset();
			seen = sandbox.control.received().length;
		},
		/** What was published must not go on: schedules would run in the middle of another test. */
		close: async () => {
			for (const id of published) await unpublish(id);
			await parties.close();
			await sandbox.close();
		},
	};
}

export type Journey = Awaited<ReturnType<typeof openJourney>>;
export type JourneyCopy = Awaited<ReturnType<Journey['create']>>;

/** Asks again and again, but not for ever: a test that waits in vain says for what. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + patienceMs;
	while (!(await isSo())) {
		if (Date.now() > end) throw new Error(`Waited ${patienceMs / 1_000} seconds until ${what}`);
		await sleep(50);
	}
}

/** The parameters of a node, some of them changed. */
export const withParameters =
	(change: object): Change =>
	({ parameters }) => ({ parameters: { ...parameters, ...change } });

/** Other values in the fields of an Edit Fields node. */
export const withFields =
	(values: Record<string, unknown>): Change =>
	({ parameters }) => {
		const { assignments } = parameters.assignments as { assignments: Array<{ name: string }> };
		return {
			parameters: {
				...parameters,
				assignments: {
					assignments: assignments.map((each) =>
						each.name in values ? { ...each, value: values[each.name] } : each,
					),
				},
			},
		};
	};

/** The examples ask for credentials by their names: n8n finds them by these. */
async function createMissingCredentials(rest: Rest, nodes: WorkflowNode[]): Promise<void> {
	const { data } = await rest.http.get<{ data: Array<{ name: string; type: string }> }>(
		'/credentials',
	);
	const asked = nodes
		.flatMap(({ credentials = {} }) => Object.entries(credentials))
		.filter(([type]) => type !== 'truecallerApi');
	for (const [type, { name }] of new Map(asked)) {
		if (data.data.some((credential) => credential.type === type && credential.name === name))
			continue;
		const fields = secrets[type];
		if (!fields) throw new Error(`There is no made-up secret for ${type}`);
		await rest.createCredential({ name, type, data: fields });
	}
}
