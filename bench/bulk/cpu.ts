/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { join } from 'node:path';
import { phoneOf } from './workflows';

type Run = {
	personaliseBulk: {
		run: (context: object) => Promise<Array<{ json: { callRecord: { receiver_number: string } } }>>;
	};
};

/** One burst of batches, which the pace lets through without a wait. */
const ITEMS = 30_000;
const TIMES = 7;

const parameters = {
	callerNumber: '+918045678900',
	receiverNumber: '={{ $json.phone }}',
	label: { __rl: true, mode: 'id', value: '255297eb-7f13-44f9-967a-f287ff0f5025' },
	labelName: '',
	callReason: 'Your flowers arrive today',
	startsAt: '',
	endsAt: '',
	durationMinutes: 60,
	waitUntilFinished: false,
	summary: false,
	options: {},
} as const;

type Name = keyof typeof parameters;

/** What n8n would be to the node, where evaluating a parameter and making a call cost next to nothing. */
const createContext = (items: Array<{ json: { phone: string } }>, clientAccountId: string) => ({
	getTimezone: () => 'Asia/Kolkata',
	getInputData: () => items,
	getNode: () => ({ name: 'Personalise Many', parameters }),
	getNodeParameter: (name: Name, index: number) =>
		name === 'receiverNumber' ? items[index]?.json.phone : (parameters[name] ?? null),
	continueOnFail: () => false,
	getExecutionCancelSignal: () => undefined,
	getCredentials: async () =>
		await Promise.resolve({ baseUrl: 'http://127.0.0.1', clientAccountId, accessToken: 'any' }),
	helpers: {
		httpRequestWithAuthentication: async () =>
			await Promise.resolve({ statusCode: 200, headers: {}, body: '{"batch_id":"any"}' }),
	},
});

/** CPU of the whole process for one run, garbage collection included, in µs per item. */
const measureOnce = async ({ personaliseBulk }: Run, time: number): Promise<number> => {
	const items = Array.from({ length: ITEMS }, (_none, index) => ({
		json: { phone: phoneOf(index) },
	}));
	const context = createContext(items, `account ${time}`);
	const before = process.cpuUsage();
	const rows = await personaliseBulk.run(context);
	const { user, system } = process.cpuUsage(before);
	if (
		rows.length !== ITEMS ||
		rows.some(({ json }, index) => json.callRecord.receiver_number !== phoneOf(index))
	)
		throw new Error('The own work lost an item');
	return (user + system) / ITEMS;
};

/** Our own CPU, µs per item: reading, chunking and row building of the built pack, without n8n. The first run warms up. */
export const measureOwnCpu = async (packFolder: string): Promise<number[]> => {
	const file = join(
		packFolder,
		'dist/nodes/Truecaller/resources/callPersonalisation/personaliseBulk.operation.js',
	);
	const run = (await import(file)) as Run;
	const all: number[] = [];
	for (let time = 0; time < TIMES; time++) all.push(await measureOnce(run, time));
	return all.slice(1);
};
