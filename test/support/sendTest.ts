/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ICredentialDataDecryptedObject, IDataObject, INode } from 'n8n-workflow';

import { createEngine } from './engine';
import type { Engine, NodeSetUp, RunResult } from './engine';
import { setTriggerStage, WORD } from './trigger';
import type { TriggerStage } from './trigger';

/** A trigger, and a node that sends test events to it with the Webhook Key of its credential. */
export type SendTestStage = {
	readonly engine: Engine;
	readonly trigger: TriggerStage;
	/** The parameters of a node that sends to the trigger, but for what is given. */
	readonly send: (more?: INode['parameters']) => INode['parameters'];
	readonly run: (parameters: INode['parameters'], more?: Partial<NodeSetUp>) => Promise<RunResult>;
	readonly firstRow: (parameters?: INode['parameters']) => Promise<IDataObject>;
	/** Answers every request as it is told; returns the address. */
	readonly serve: (answer: RequestListener) => Promise<string>;
	readonly stopServing: () => void;
	readonly close: () => Promise<void>;
};

export const ACCOUNT = '0a0a0a0a-0000-4000-8000-000000000001';

export const setSendTestStage = async (
	credential: ICredentialDataDecryptedObject = { webhookSecret: WORD },
): Promise<SendTestStage> => {
	const engine = await createEngine({ clientAccountId: ACCOUNT, ...credential });
	const trigger = await setTriggerStage();
	let server: Server | undefined;
	const stopServing = () => {
		server?.closeAllConnections();
		server?.close();
	};
	const send: SendTestStage['send'] = (more = {}) => ({
		resource: 'event',
		operation: 'sendTest',
		webhookUrl: trigger.url,
		...more,
	});
	const run: SendTestStage['run'] = async (parameters, more) =>
		await engine.runNode({ parameters, ...more });
	return {
		engine,
		trigger,
		send,
		run,
		firstRow: async (parameters = send()) => {
			const { items, error } = await run(parameters);
			if (error) throw error;
			return items[0]?.json ?? {};
		},
		serve: async (answer) => {
			const listening = (server = createServer(answer));
			await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
			return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
		},
		stopServing,
		close: async () => {
			stopServing();
			await trigger.close();
		},
	};
};
