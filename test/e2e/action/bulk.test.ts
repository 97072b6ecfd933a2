import type { Execution } from '../../../playground/n8n/execution';
import type { Playground } from '../../../playground/playground';
import type { Rest } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import {
	batchStatus,
	chain,
	createCredential,
	manualTrigger,
	personaliseMany,
	sharedN8n,
	sheet,
} from '../n8n';

type Row = { outcome: string; batchId: string; callRecord: { receiver_number: string } };

const count = 2_000;
const phones = Array.from({ length: count }, (_, index) => `+9198765${10_000 + index * 10}`);

describe('a sheet of 2,000 customers', () => {
	let sandbox: Sandbox;
	let n8n: Playground;
	let rest: Rest;
	let credentialId: string;
	let workflowId: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		({ n8n, rest } = await sharedN8n());
		credentialId = await createCredential(rest, sandbox.url);
		const customers = phones.map((phone) => ({ phone }));
		const workflow = chain(
			'Sheet',
			manualTrigger,
			...sheet(customers),
			personaliseMany(credentialId),
		);
		workflowId = (await rest.createWorkflow(workflow)).id;
	});
	afterAll(async () => await sandbox.close());

	const rows = (execution: Execution, nodeName: string) =>
		execution.items(nodeName).map(({ json }) => json as Row);
	const receivers = (list: Row[]) => list.map(({ callRecord }) => callRecord.receiver_number);
	const batches = () => sandbox.control.received('batchV3');
	const logins = () => sandbox.control.received('token').length;
	const numbersIn = (body: unknown) =>
		(body as { call_records: Array<Row['callRecord']> }).call_records.map(
			({ receiver_number }) => receiver_number,
		);

	/** Every customer once, in the order of the sheet, 500 to each of four batches. */
	const expectWholeSheet = (sent: Row[]) => {
		expect(receivers(sent)).toEqual(phones);
		expect(new Set(sent.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
		const batchIds = [0, 500, 1_000, 1_500].map((first) => sent[first]?.batchId);
		expect(new Set(batchIds).size).toBe(4);
		expect(sent.map(({ batchId }) => batchId)).toEqual(
			phones.map((_, index) => batchIds[Math.floor(index / 500)]),
		);
	};

	/** Returns what n8n keeps of the latest execution. */
	const latestExecution = async () => {
		const ids = (await rest.executionIds(workflowId)).map(Number);
		return await rest.execution(String(Math.max(...ids)));
	};

	test('goes out in four batches and comes back in its order, and the status tells of every call', async () => {
		const sent = rows(await rest.run(workflowId, 'Start'), 'Personalise Many');
		expectWholeSheet(sent);
		expect(batches().map(({ status, body }) => [status, numbersIn(body).length])).toEqual(
			Array(4).fill([200, 500]),
		);

		sandbox.control.advanceClock(10_000);
		const batchIds = [...new Set(sent.map(({ batchId }) => batchId))].map((batchId) => ({
			batchId,
		}));
		const { id } = await rest.createWorkflow(
			chain('Status', manualTrigger, ...sheet(batchIds), batchStatus(credentialId)),
		);
		const told = rows(await rest.run(id, 'Start'), 'Get Status');
		expect(told.map(({ batchId }) => batchId)).toEqual(sent.map(({ batchId }) => batchId));
		expect(receivers(told).sort()).toEqual(phones);
		expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['pushed']));
		expect(logins()).toBe(1);
	});

	test('survives a 401 for two of the batches while the token still serves, without another login, and sends every call once', async () => {
		const before = batches().length;
		sandbox.control.next({ route: 'batchV3', times: 2, delayMs: 1 });
		sandbox.control.next({ route: 'batchV3', times: 2, status: 401 });
		// A process of its own, which knows the token only from the database.
		await n8n.cli('execute', `--id=${workflowId}`);
		const sent = batches().slice(before);
		expect(sent.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 401, 401]);
		expect(
			sent
				.filter(({ status }) => status === 200)
				.flatMap(({ body }) => numbersIn(body))
				.sort(),
		).toEqual(phones);
		// Truecaller was asked about the young token, and it still serves.
		expect(logins()).toBe(1);
		expectWholeSheet(rows(await latestExecution(), 'Personalise Many'));
	});
});
