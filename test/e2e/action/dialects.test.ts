import { firstExample, firstTrigger } from '../../../playground/firstExample';
import { exampleWorkflow } from '../../../playground/n8n/seed';
import type { Rest, Workflow } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { LEAST_FAVOURABLE, requestsOf } from '../../support/dialects';
import {
	chain,
	createCredential,
	manualTrigger,
	numbers,
	personaliseMany,
	sharedN8n,
	sheet,
} from '../n8n';

const featureSet = { __rl: true, mode: 'id', value: 'f5f5f5f5-0000-4000-8000-000000000006' };
const phones = Array.from({ length: 1_201 }, (_, index) => `+9198765${10_000 + index * 10}`);
const listed = ['+91 22 6801 0001', '+91 22 6801 0002', '+91 22 6801 0003'];

/** Nothing in these workflows is set for the account: Options hold no version and no format. */
describe('an account that departs from the documentation in everything', () => {
	let sandbox: Sandbox;
	let rest: Rest;
	let credentialId: string;

	beforeAll(async () => {
		sandbox = await startSandbox();
		sandbox.control.settings(LEAST_FAVOURABLE.settings);
		({ rest } = await sharedN8n());
		credentialId = await createCredential(rest, sandbox.url);
	});
	afterAll(async () => await sandbox.close());

	/** Runs a workflow, and says which requests it took, in their order. */
	const run = async (workflow: Workflow, trigger = 'Start') => {
		const before = requestsOf(sandbox).length;
		const { id } = await rest.createWorkflow({ ...workflow, id: undefined });
		const execution = await rest.run(id, trigger);
		expect(execution.error?.message).toBeUndefined();
		const requests = requestsOf(sandbox)
			.slice(before)
			.map(({ route, status }) => `${route} ${status}`);
		return { execution, requests };
	};

	test('lets the first example through: five refused calls, the names of the labels, and seven calls', async () => {
		const workflow = exampleWorkflow(firstExample, credentialId);
		const { execution, requests } = await run(workflow, firstTrigger);
		const outcomes = [
			'Place the call',
			'Place the call as usual',
			'Try once more',
			'Correct the record',
			'Place the call, note the doubt',
			'Fix the number',
		].map((node) => execution.items(node).length);
		expect(outcomes).toEqual([5, 1, 1, 0, 0, 1]);
		// Beyond today's 7: headers 2, names 1, label name 1 (and 2 looks at the labels), times 1, numbers 1.
		expect(requests).toHaveLength(7 + 6 + 2);
		expect(requests.filter((each) => each.startsWith('realTimeV2')).slice(0, 6)).toEqual([
			'realTimeV2 406',
			...Array<string>(5).fill('realTimeV2 400'),
		]);
	});

	test('takes a list of 1,201 calls in three batches, after one request for the version', async () => {
		const customers = phones.map((phone) => ({ phone }));
		const { execution, requests } = await run(
			chain('Sheet', manualTrigger, ...sheet(customers), personaliseMany(credentialId)),
		);
		expect(requests).toEqual(['batchV3 404', 'batchV2 200', 'batchV2 200', 'batchV2 200']);
		const rows = execution.items('Personalise Many').map(({ json }) => json);
		expect(rows.map(({ outcome }) => outcome)).toEqual(phones.map(() => 'accepted'));
		const sent = sandbox.control
			.received('batchV2')
			.flatMap(({ body }) => (body as { call_records: Array<{ receiver: string }> }).call_records);
		expect(sent.map(({ receiver }) => receiver).sort()).toEqual([...phones].sort());
	});

	test('lists numbers, after one request for the array', async () => {
		const parameters = { featureSet, phoneNumbers: listed.slice(0, 2).join(',') };
		const { execution, requests } = await run(
			chain('List', manualTrigger, numbers(credentialId, 'list', parameters)),
		);
		expect(execution.items('Numbers').map(({ json }) => json.result)).toEqual([
			'accepted',
			'accepted',
		]);
		expect(requests).toEqual(['publish 400', 'publish 200']);
	});

	test('keeps a feature set in sync with not one request more', async () => {
		sandbox.control.advanceClock(10_000);
		const parameters = { featureSet, phoneNumbers: listed.slice(1).join(','), mode: 'apply' };
		const { execution, requests } = await run(
			chain('Sync', manualTrigger, numbers(credentialId, 'sync', parameters)),
		);
		expect(execution.items('Numbers').map(({ json }) => [json.action, json.result])).toEqual([
			['keep', 'alreadyThere'],
			['list', 'accepted'],
			['delist', 'accepted'],
		]);
		expect(requests).toEqual(['numbers 200', 'publish 200', 'delist 200']);
	});
});
