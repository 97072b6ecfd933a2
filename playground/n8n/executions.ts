/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import type { AxiosInstance } from 'axios';
import { setTimeout as sleep } from 'node:timers/promises';
import { readExecution, type Execution } from './execution';

const pollMs = 100;
const executionMs = 120_000;
const unfinished = ['new', 'running', 'waiting'];
const anyStatus = [...unfinished, 'success', 'error', 'canceled', 'crashed', 'unknown'];

/** Runs a workflow like "Execute workflow" in the editor, and waits until it has ended. */
export async function run(
	http: AxiosInstance,
	workflowId: string,
	triggerName: string,
): Promise<Execution> {
	// Older n8n runs the workflow in the request; newer n8n looks it up.
	const { data: workflowData } = (await http.get<{ data: object }>(`/workflows/${workflowId}`))
		.data;
	const answer = await http.post<{ data: { executionId: string } }>(
		`/workflows/${workflowId}/run`,
		{ workflowData, triggerToStartFrom: { name: triggerName } },
	);
	return await finishedExecution(http, answer.data.data.executionId);
}

/** Waits until an execution has ended, and returns its stored record. */
export async function finishedExecution(
	http: AxiosInstance,
	executionId: string,
): Promise<Execution> {
	const until = Date.now() + executionMs;
	while (Date.now() < until) {
		const answer = await http.get<{ data: { status: string; data: string } }>(
			`/executions/${executionId}`,
		);
		const { status, data } = answer.data.data;
		if (!unfinished.includes(status)) return readExecution(status, data);
		await sleep(pollMs);
	}
	throw new Error(`Execution ${executionId} did not end in ${executionMs / 1000} seconds.`);
}

/** Lists the executions of a workflow, at most 100, in any status. */
export async function executionIds(http: AxiosInstance, workflowId: string): Promise<string[]> {
	// Without a list of all statuses n8n queries its database twice, and an execution that ends in
	// between is listed twice or never.
	const params = { filter: JSON.stringify({ workflowId, status: anyStatus }), limit: 100 };
	const answer = await http.get<{ data: { results: Array<{ id: string }> } }>('/executions', {
		params,
	});
	return answer.data.data.results.map(({ id }) => id);
}
