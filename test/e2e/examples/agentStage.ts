/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */

import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import axios from 'axios';
import { unflatten } from '../../../playground/n8n/execution';
import { exampleWorkflow } from '../../../playground/n8n/seed';
import { startSandbox } from '../../../sandbox/server';
import { startModel } from '../../support/model';
import { createCredential, sharedN8n } from '../n8n';

const trigger = 'When a chat message comes';
const pollMs = 100;
const patienceMs = 100_000;

/** n8n shows approval links to no program that calls itself one, because mail scanners press everything. */
const person = axios.create({
	proxy: false,
	headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36' },
});

type Button = { readonly text: string; readonly link: string };
type Sent = string | { readonly text: string; readonly buttons: Button[] };
type Run = { readonly data?: Record<string, Array<Array<{ readonly sendMessage?: Sent }> | null>> };
type Result = {
	readonly resultData: {
		readonly runData: Record<string, Run[]>;
		readonly lastNodeExecuted: string;
	};
};

/** What the chat shows in the end, or meanwhile: words of the agent, or a question to a human with its buttons. */
export type Shown = { readonly by: string; readonly text: string; readonly buttons: Button[] };

/** The example with a scripted model, a dialler on this machine, and a sandbox of its own. */
export async function openAgent(
	change: (node: { name: string; parameters: Record<string, unknown> }) => void = () => undefined,
) {
	const sandbox = await startSandbox();
	const model = await startModel();
	const dialler = await startDialler();
	const { n8n, rest } = await sharedN8n();
	const workflow = exampleWorkflow('ask-an-agent', await createCredential(rest, sandbox.url));
	const { id: modelId } = await rest.createCredential({
		name: 'OpenAI',
		type: 'openAiApi',
		data: { apiKey: 'made-up', url: model.url, header: false },
	});
	for (const node of workflow.nodes) {
		if (node.name === 'Model') node.credentials = { openAiApi: { id: modelId, name: 'OpenAI' } };
		if (node.name === 'Place the call') node.parameters.url = `${dialler.url}/calls`;
		change(node);
	}
	const { id } = await rest.createWorkflow({ ...workflow, id: undefined });

	/** Writes into the chat, each time as somebody new, whom the agent has never talked to. */
	const write = async (chatInput: string) => {
		const json = { sessionId: `session ${Math.random()}`, action: 'sendMessage', chatInput };
		const data = {
			startTime: 0,
			executionTime: 0,
			executionIndex: 0,
			source: [],
			data: { main: [[{ json }]] },
		};
		const answer = await rest.http.post<{ data: { executionId: string } }>(`/workflows/${id}/run`, {
			triggerToStartFrom: { name: trigger, data },
		});
		return answer.data.data.executionId;
	};
	/** Waits until the model has had so many turns, and the chat shows what came of the last one. */
	const shown = async (executionId: string, turns: number): Promise<Shown> => {
		const until = Date.now() + patienceMs;
		for (;;) {
			const { status, data } = (
				await rest.http.get<{ data: { status: string; data: string } }>(
					`/executions/${executionId}`,
				)
			).data.data;
			if (status === 'waiting' && model.asked.length === turns) return toShown(data);
			if (!/new|running|waiting/.test(status) || Date.now() > until)
				throw new Error(`${status} after ${model.asked.length} turns: ${data}`);
			await sleep(pollMs);
		}
	};
	return {
		n8n,
		workflowId: id,
		sandbox,
		model,
		calls: dialler.calls,
		write,
		shown,
		close: async () => void (await Promise.all([sandbox.close(), model.close(), dialler.close()])),
	};
}

export type Agent = Awaited<ReturnType<typeof openAgent>>;

/** Presses the button of that name in the chat. */
export async function press({ buttons }: Shown, text: string): Promise<void> {
	const button = buttons.find((each) => each.text === text);
	if (!button)
		throw new Error(
			`The chat shows ${buttons.map((each) => each.text).join(', ')} and no "${text}"`,
		);
	await person.get(button.link);
}

function toShown(stored: string): Shown {
	const { runData, lastNodeExecuted: by } = (unflatten(stored) as Result).resultData;
	const branches = Object.values(runData[by]?.at(-1)?.data ?? {}).flat();
	const sent = branches.flatMap((items) => items ?? [])[0]?.sendMessage;
	return { by, ...(typeof sent === 'object' ? sent : { text: String(sent), buttons: [] }) };
}

async function startDialler() {
	const app = Fastify();
	const calls: unknown[] = [];
	app.post('/calls', async ({ body }) => {
		calls.push(body);
		return { placed: true };
	});
	return {
		url: await app.listen({ host: '127.0.0.1', port: 0 }),
		calls,
		close: async () => await app.close(),
	};
}
