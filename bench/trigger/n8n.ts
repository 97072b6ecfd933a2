/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	n8nEnvironment,
	n8nProgram,
	nodeProgram,
	type N8nPlace,
} from '../../playground/n8n/environment';
import { installN8n } from '../../playground/n8n/install';
import { installPack } from '../../playground/n8n/pack';
import { anyFreePort } from '../../playground/system/ports';
import { signIn, type Rest } from '../../playground/n8n/rest';
import { openService } from '../../playground/system/service';
import type { Mode } from './modes';
import { credentials, pathOf, subjects, workflowOf, type Subject } from './workflows';

export type BenchN8n = {
	urlOf: (subject: Subject) => string;
	finished: (subject: Subject) => Promise<number>;
	cpuMs: () => number;
	stop: () => Promise<void>;
};

/** A fresh n8n, one process with SQLite, with a published workflow for each node to be measured. */
export async function startN8n(mode: Mode, userFolder: string): Promise<BenchN8n> {
	const place = await choosePlace(userFolder);
	mkdirSync(userFolder, { recursive: true });
	await installPack(userFolder);
	installBare(userFolder);
	const url = `http://127.0.0.1:${place.editorPort}`;
	const service = openService(programOf(place, mode, url));
	await service.start();
	const rest = await signIn(url);
	const ids = await publishAll(rest);
	return {
		urlOf: (subject: Subject) => url + pathOf(subject),
		finished: async (subject: Subject) => await countFinished(rest, ids[subject]),
		cpuMs: () => cpuMsOf(service.runningPid()),
		stop: service.stop,
	};
}

export function installBare(userFolder: string): void {
	cpSync(
		join(__dirname, 'bare'),
		join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-bench-bare'),
		{ recursive: true },
	);
}

/** The time that the processor spent on a process: it says more than the clock where others use the machine as well. */
export function cpuMsOf(pid: number | undefined): number {
	// After the name in brackets; fields 14 and 15 of all, in hundredths of a second. See proc(5).
	const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function choosePlace(userFolder: string): Promise<N8nPlace> {
	return {
		installFolder: await installN8n(),
		userFolder,
		editorPort: await anyFreePort(),
		brokerPort: await anyFreePort(),
	};
}

function programOf(place: N8nPlace, mode: Mode, url: string): Parameters<typeof openService>[0] {
	const program = n8nProgram(place.installFolder);
	return {
		name: 'n8n',
		folder: place.userFolder,
		command: nodeProgram(place.installFolder),
		args: [program, 'start'],
		mark: program,
		env: n8nEnvironment({ ...place, variables: variablesOf(mode) }),
		ready: `${url}/healthz/readiness`,
	};
}

/** The playground chooses an engine of its own; here the mode does. Without pruning every execution can be counted. */
export const variablesOf = ({ env }: Mode): NodeJS.ProcessEnv => ({
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: undefined,
	EXECUTIONS_DATA_PRUNE: 'false',
	...env,
});

export async function publishAll(rest: Rest): Promise<Record<Subject, string>> {
	const { id: truecallerApi } = await rest.createCredential(credentials.truecallerApi);
	const { id: httpHeaderAuth } = await rest.createCredential(credentials.httpHeaderAuth);
	const ids = { truecaller: '', webhook: '', guarded: '', bare: '' };
	for (const subject of subjects) {
		const workflow = await rest.createWorkflow(
			workflowOf(subject, { truecallerApi, httpHeaderAuth }),
		);
		await rest.publish(workflow);
		ids[subject] = workflow.id;
	}
	return ids;
}

/** Executions that ended well. One that failed is missing here, so it is noticed. */
export async function countFinished({ http }: Rest, workflowId: string): Promise<number> {
	const params = { filter: JSON.stringify({ workflowId, status: ['success'] }), limit: 1 };
	const answer = await http.get<{ data: { count: number } }>('/executions', { params });
	return answer.data.data.count;
}
