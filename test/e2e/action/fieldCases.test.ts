import type { Execution } from '../../../playground/n8n/execution';
import type { Rest, WorkflowNode } from '../../../playground/n8n/rest';
import { startSandbox, type Sandbox } from '../../../sandbox/server';
import { BUSINESS_PHONES, PHONES, REASONS, TIMES, TIME_ZONE } from '../../support/fieldCases';
import { chain, createCredential, manualTrigger, personaliseCall, sharedN8n, sheet } from '../n8n';

type Sent = {
	receiver_number: string;
	caller_number: string;
	starts_at: number;
	dynamic_call_reason: string;
};
type Row = { error?: string; callRecord?: Sent };
type Expected = { readonly given: unknown; readonly right: unknown; readonly because?: RegExp };

const REFUSED = 'refused';
const digits = (number: string) => number.replace(/\D/g, '');
const orRefused = (right: string | null, read: (text: string) => unknown) =>
	right === null ? REFUSED : read(right);

describe('fields as people really fill them, On Error: Continue', () => {
	let sandbox: Sandbox;
	let rest: Rest;
	let credentialId: string;
	beforeAll(async () => {
		sandbox = await startSandbox();
		({ rest } = await sharedN8n());
		credentialId = await createCredential(rest, sandbox.url);
	});
	afterAll(async () => await sandbox.close());

	/** Runs one item per case, and compares what was sent for each with what is right. */
	const expectRight = async (
		cases: readonly Expected[],
		rows: object[],
		parameters: object,
		tell: (sent: Sent) => unknown,
	) => {
		const node: WorkflowNode = {
			...personaliseCall(credentialId),
			onError: 'continueRegularOutput',
		};
		node.parameters = { ...node.parameters, ...parameters };
		const workflow = chain('Field cases', manualTrigger, ...sheet(rows), node);
		const { id } = await rest.createWorkflow({ ...workflow, settings: { timezone: TIME_ZONE } });
		const execution: Execution = await rest.run(id, 'Start');
		const came = execution.items('Personalise Call').map(({ json }) => json as Row);
		expect(
			came.map(({ error, callRecord }, index) => [
				cases[index]?.given,
				error === undefined && callRecord ? tell(callRecord) : REFUSED,
			]),
		).toEqual(cases.map(({ given, right }) => [given, right]));
		cases.forEach(({ because }, index) => {
			if (because) expect(came[index]?.error).toMatch(because);
		});
	};

	test('receiver numbers are read as the number that is meant, or refused', async () => {
		await expectRight(
			PHONES.map((each) => ({ ...each, right: orRefused(each.right, digits) })),
			PHONES.map(({ given, defaultCountry = 'IN' }) => ({ given, defaultCountry })),
			{
				receiverNumber: '={{ $json.given }}',
				options: { defaultCountry: '={{ $json.defaultCountry }}' },
			},
			({ receiver_number: number }) => digits(number),
		);
	});

	test('toll-free and shared-cost numbers of a business are read', async () => {
		await expectRight(
			BUSINESS_PHONES.map((each) => ({ ...each, right: orRefused(each.right, digits) })),
			BUSINESS_PHONES.map(({ given }) => ({ given })),
			{ callerNumber: '={{ $json.given }}', options: { defaultCountry: 'IN' } },
			({ caller_number: number }) => digits(number),
		);
	});

	test('times are read in the zone of the workflow, or refused', async () => {
		await expectRight(
			TIMES.map((each) => ({ ...each, right: orRefused(each.right, Date.parse) })),
			TIMES.map(({ given }) => ({ given })),
			// Without checks, because the days of the table may be over when this runs.
			{ startsAt: '={{ $json.given }}', options: { checks: 'off' } },
			({ starts_at: startsAt }) => startsAt,
		);
	});

	test('a call reason reaches the phone as it is meant, or is refused', async () => {
		await expectRight(
			REASONS.map((each) => ({ ...each, right: each.right ?? REFUSED })),
			REASONS.map(({ given }) => ({ given })),
			{ callReason: '={{ $json.given }}' },
			({ dynamic_call_reason: reason }) => reason,
		);
	});

	test('Clean Call Reason repairs what can be repaired', async () => {
		const repaired = REASONS.flatMap(({ given, cleaned }) =>
			cleaned === undefined ? [] : [{ given, right: cleaned }],
		);
		await expectRight(
			repaired,
			repaired.map(({ given }) => ({ given })),
			{ callReason: '={{ $json.given }}', options: { cleanReason: true } },
			({ dynamic_call_reason: reason }) => reason,
		);
	});

	test('a field with a name that n8n forbids in expressions is named, with the way out', async () => {
		const rows = ['caller', 'constructor', 'prototype'].map((name) => ({
			[name]: '+918045678900',
		}));
		for (const [name] of rows.map((row) => Object.keys(row))) {
			const node = { ...personaliseCall(credentialId), onError: 'continueRegularOutput' };
			node.parameters = { ...node.parameters, callerNumber: `={{ $json.${name} }}` };
			const { id } = await rest.createWorkflow(
				chain(`A field named ${name}`, manualTrigger, ...sheet(rows), node),
			);
			const [first] = (await rest.run(id, 'Start')).items('Personalise Call');
			expect(JSON.stringify(first?.json)).toMatch(new RegExp(`${name}[^]*Rename Keys`));
		}
	});
});
