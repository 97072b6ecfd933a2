import type { Execution } from '../../../playground/n8n/execution';
import { firstExample, firstTrigger, linesPerCustomer } from '../../../playground/firstExample';
import { exampleWorkflow } from '../../../playground/n8n/seed';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { createCredential, sharedN8n } from '../n8n';

describe('the first example', () => {
	let sandbox: Sandbox;
	let execution: Execution;

	beforeAll(async () => {
		sandbox = await startSandbox();
		const { rest } = await sharedN8n();
		const workflow = exampleWorkflow(firstExample, await createCredential(rest, sandbox.url));
		// Under an id of its own: another test has the example where `npm start` puts it.
		execution = await rest.run(
			(await rest.createWorkflow({ ...workflow, id: undefined })).id,
			firstTrigger,
		);
	});
	afterAll(async () => await sandbox.close());

	/** The customers that took one way, by the last four digits of their numbers. */
	const wentTo = (nodeName: string) =>
		execution
			.items(nodeName)
			.map(({ json }) =>
				(json.callRecord as { receiver_number: string }).receiver_number.slice(-4),
			);

	test('tells each customer’s outcome in words, in the order of the list', () => {
		expect(execution.status).toBe('success');
		expect(linesPerCustomer(execution)).toEqual([
			'Asha Rao        +919876540000   pushed      Place the call',
			'Ravi Kumar      +919845010001   cannotShow  Place the call as usual; this person does not use Truecaller and sees no name or reason',
			'Meera Nair      +919900020020   pushed      Place the call',
			'Imran Sheikh    +919740030030   pushed      Place the call',
			'Priya Iyer      +919886040004   tryAgain    Try once more in a minute, or place the call as usual; the phone could not be reached',
			'Vikram Singh    +919731050050   pushed      Place the call',
			'Fatima Khan     +919632060060   pushed      Place the call',
			"Arjun Mehta     98800 7000      not sent    'Receiver Number' is too short for India (+91): 9 digits where 10 are expected",
		]);
	});

	test('sends each outcome its own way, and what cannot be read to the error output', () => {
		expect(wentTo('Place the call')).toEqual(['0000', '0020', '0030', '0050', '0060']);
		expect(wentTo('Place the call as usual')).toEqual(['0001']);
		expect(wentTo('Try once more')).toEqual(['0004']);
		expect(execution.items('Fix the number').map(({ json }) => json.name)).toEqual(['Arjun Mehta']);
	});

	test('sends nothing for the number that cannot be read, and logs in once', () => {
		expect(sandbox.control.received('realTimeV2')).toHaveLength(7);
		expect(sandbox.control.received('token')).toHaveLength(1);
	});
});
