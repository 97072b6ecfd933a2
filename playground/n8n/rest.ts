/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import axios, { type AxiosInstance } from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import { owner } from './environment';
import { executionIds, finishedExecution, run } from './executions';

const pollMs = 100;
const publishMs = 30_000;

export type Credential = { id?: string; name: string; type: string; data: Record<string, unknown> };
export type Workflow = {
	id?: string;
	name: string;
	nodes: WorkflowNode[];
	connections: object;
	settings?: object;
};
export type WorkflowNode = {
	id: string;
	name: string;
	type: string;
	typeVersion: number;
	position: [number, number];
	parameters: Record<string, unknown>;
	credentials?: Record<string, { id: string | null; name: string }>;
	[more: string]: unknown;
};

const okOrUnknown = (status: number) => status === 200 || status === 404;

type Version = { id: string; versionId: string };
type Publication = { status: string; triggers: Array<{ errorMessage: string | null }> };

export type Rest = Awaited<ReturnType<typeof signIn>>;

/** Signs in. The result does what the editor does, with the editor's requests. */
export async function signIn(editorUrl: string) {
	const http = axios.create({ baseURL: `${editorUrl}/rest`, proxy: false });
	http.interceptors.response.use(undefined, inWords);
	const answer = await http.post('/login', {
		emailOrLdapLoginId: owner.email,
		password: owner.password,
	});
	http.defaults.headers.Cookie = (answer.headers['set-cookie'] ?? [])
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
	return {
		http,
		createCredential: async (credential: Credential) =>
			await create<{ id: string }>(http, '/credentials', credential),
		testCredential: async (credential: Credential) =>
			await create<{ status: string; message: string }>(http, '/credentials/test', {
				credentials: credential,
			}),
		createWorkflow: async (workflow: Workflow) =>
			await create<Version>(http, '/workflows', { active: false, settings: {}, ...workflow }),
		versionOf: async (workflowId: string) => await versionOf(http, workflowId),
		publish: async (workflow: Version) => await publish(http, workflow),
		run: async (workflowId: string, triggerName: string) =>
			await run(http, workflowId, triggerName),
		execution: async (executionId: string) => await finishedExecution(http, executionId),
		executionIds: async (workflowId: string) => await executionIds(http, workflowId),
	};
}

/** Throws n8n's own message. An axios error would print a thousand lines. */
function inWords(error: unknown): never {
	if (!axios.isAxiosError<{ message?: string }>(error)) throw error;
	const said = error.response?.data.message ?? error.message;
	throw new Error(`n8n answered ${error.config?.method} ${error.config?.url} with: ${said}`);
}

async function create<T>(http: AxiosInstance, path: string, body: object): Promise<T> {
	const answer = await http.post<{ data: T }>(path, body);
	return answer.data.data;
}

async function versionOf(http: AxiosInstance, id: string): Promise<Version> {
	const answer = await http.get<{ data: { versionId: string } }>(`/workflows/${id}`);
	return { id, versionId: answer.data.data.versionId };
}

/**
 * Publishes a workflow, and waits for its triggers: n8n answers at once and sets them up
 * afterwards.
 */
async function publish(http: AxiosInstance, { id, versionId }: Version): Promise<void> {
	await create(http, `/workflows/${id}/activate`, { versionId });
	const until = Date.now() + publishMs;
	while (Date.now() < until) {
		const answer = await http.get<{ data: Publication }>(`/workflows/${id}/publication-status`, {
			validateStatus: okOrUnknown,
		});
		// Older n8n does not have this route and answers only when the triggers are set up.
		if (answer.status === 404) return;
		const { status, triggers } = answer.data.data;
		if (status === 'published') return;
		const faults = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
		if (/^(failed|partial)$/.test(status))
			throw new Error(`n8n could not publish the workflow: ${faults.join('; ')}`);
		await sleep(pollMs);
	}
	throw new Error(`Workflow ${id} was not published in ${publishMs / 1000} seconds.`);
}
