import type { Tool } from '../../support/model';
import { openAgent, press, type Agent } from './agentStage';

const ravi = '+91 98123-45670';
const reason = 'Your KYC: the second page is missing';

const find = ['Find_contact', { name: 'Ravi' }] as const;
const show = (words = reason, phone = ravi) =>
	[
		'Show_who_calls_and_why',
		{
			toolParameters: { Receiver_Number: phone, Call_Reason: words },
			hitlParameters: { Customer: 'Ravi Kumar' },
		},
	] as const;
const call = [
	'Place_the_call',
	{ toolParameters: { Receiver_Number: ravi }, hitlParameters: {} },
] as const;
const delist = [
	'Delist_a_number',
	{ toolParameters: { Phone_Number: '+91 11 4000 0202' }, hitlParameters: {} },
] as const;

describe('ask an agent', () => {
	let agent: Agent;
	beforeEach(async () => void (agent = await openAgent()));
	afterEach(async () => await agent.close());

	const sent = (route: 'realTimeV2' | 'delist') =>
		agent.sandbox.control.received(route).map(({ body }) => body);

	test('tells the model what each tool does, what its answer means, and what it has to fill in', async () => {
		agent.model.play('Whom shall I call?');
		await agent.shown(await agent.write('Hello'), 1);
		const tools = Object.fromEntries(
			(agent.model.asked[0]?.tools ?? []).map((tool) => [tool.name, tool]),
		);
		expect(Object.keys(tools).sort()).toEqual([
			'Delist_a_number',
			'Find_contact',
			'Place_the_call',
			'Show_who_calls_and_why',
		]);

		const { description, parameters } = tools.Show_who_calls_and_why as Tool;
		expect(description).toContain(
			'never that the person saw it, so do not claim that. What was pushed cannot be taken back.',
		);
		expect(parameters.required).toEqual(['toolParameters', 'hitlParameters']);
		const values = parameters.properties?.toolParameters;
		expect(values?.required).toEqual(['Receiver_Number', 'Call_Reason']);
		expect(values?.properties?.Receiver_Number).toMatchObject({
			type: 'string',
			description: expect.stringContaining('with + and country code'),
		});
		expect(values?.properties?.Call_Reason).toMatchObject({
			type: 'string',
			description: expect.stringContaining('10 to 100 characters'),
		});

		expect(tools.Delist_a_number?.description).toContain('needs the yes of a person');
		expect(tools.Delist_a_number?.parameters.properties?.toolParameters).toMatchObject({
			required: ['Phone_Number'],
		});
		expect(tools.Find_contact?.parameters).toMatchObject({ required: ['name'] });
		// What the model may not choose is not even offered: who calls, under which name, from which number.
		expect(JSON.stringify(tools)).not.toMatch(/Caller_Number|Label|Feature_Set/);
	});

	test('finds the customer, asks, personalises, asks, and dials; the model gets each outcome', async () => {
		agent.model.play(
			find,
			show(),
			call,
			'The reason was pushed to the phone, and the call was placed.',
		);
		const id = await agent.write('Call Ravi about his KYC, and say why');

		const first = await agent.shown(id, 2);
		expect(first).toMatchObject({
			by: 'May the phone show this?',
			text: `Shall the phone of Ravi Kumar, ${ravi}, show this reason?\n\n“${reason}”`,
		});
		expect(agent.model.told()).toContain('Ravi Kumar');
		expect(sent('realTimeV2')).toEqual([]);
		await press(first, 'Yes, show it');

		const second = await agent.shown(id, 3);
		expect(second).toMatchObject({ by: 'May we call?', text: `Shall ${ravi} be called now?` });
		expect(sent('realTimeV2')).toEqual([
			expect.objectContaining({
				receiver_number: '919812345670',
				dynamic_call_reason: reason,
				label_id: 'd1d1d1d1-0000-4000-8000-000000000003',
			}),
		]);
		expect(JSON.parse(agent.model.told())).toEqual([
			expect.objectContaining({ outcome: 'pushed', personalised: true, advice: 'Place the call' }),
		]);
		expect(agent.calls).toEqual([]);
		await press(second, 'Yes, call');

		expect(await agent.shown(id, 4)).toMatchObject({
			by: 'Answer',
			text: 'The reason was pushed to the phone, and the call was placed.',
		});
		expect(agent.calls).toEqual([{ from: '+918045678900', to: ravi }]);
		expect(agent.model.told()).toContain('placed');
	});

	test('tells the model why nothing was sent, so that it can mend its words, and asks anew', async () => {
		agent.model.play(find, show('KYC!'), show(), 'Pushed.');
		const id = await agent.write('Call Ravi');
		await press(await agent.shown(id, 2), 'Yes, show it');
		const again = await agent.shown(id, 3);
		expect(agent.model.told()).toContain(
			"'Call Reason' has 4 characters and needs at least 10, and has characters that Truecaller does not allow",
		);
		expect(sent('realTimeV2')).toEqual([]);
		await press(again, 'Yes, show it');
		expect((await agent.shown(id, 4)).text).toBe('Pushed.');
		expect(sent('realTimeV2')).toHaveLength(1);
	});

	test.each([
		[
			'+91 98765-40001',
			{ outcome: 'cannotShow', reason: 'notTruecallerUser', personalised: false },
		],
		['+91 98765-40004', { outcome: 'tryAgain', reason: 'failedToPush', personalised: false }],
		['+91 98765-40007', { outcome: 'unknown', reason: 'serverFault', personalised: false }],
	])('never tells the model "pushed" when %s was not', async (phone, outcome) => {
		agent.model.play(show(reason, phone), 'It was not pushed.');
		const id = await agent.write('Call them');
		await press(await agent.shown(id, 1), 'Yes, show it');
		await agent.shown(id, 2);
		expect(JSON.parse(agent.model.told())).toEqual([expect.objectContaining(outcome)]);
		expect(sent('realTimeV2')).toHaveLength(1);
	});

	test('sends nothing and dials nobody when the human says no', async () => {
		agent.model.play(find, show(), 'What should be otherwise?');
		const id = await agent.write('Call Ravi');
		await press(await agent.shown(id, 2), 'No');
		expect((await agent.shown(id, 3)).text).toBe('What should be otherwise?');
		expect(agent.model.told()).toContain('User rejected the tool call to Show who calls and why');
		expect([sent('realTimeV2'), agent.calls]).toEqual([[], []]);
	});

	test('sends nothing when nobody answers in time', async () => {
		const impatient = {
			limitWaitTime: {
				values: { limitType: 'afterTimeInterval', resumeAmount: 0.01, resumeUnit: 'minutes' },
			},
		};
		const hurried = await openAgent((node) => {
			if (node.name === 'May the phone show this?') node.parameters.options = impatient;
		});
		hurried.model.play(show(), 'Nobody answered, so nothing was sent.');
		expect((await hurried.shown(await hurried.write('Call Ravi'), 2)).text).toBe(
			'Nobody answered, so nothing was sent.',
		);
		expect(hurried.model.told()).toContain('The tool is still available if needed.');
		expect(hurried.model.told()).not.toContain('outcome');
		expect(hurried.sandbox.control.received('realTimeV2')).toEqual([]);
		await hurried.close();
	});

	test('delists nothing without a yes, whatever the model wants, and one number with it', async () => {
		agent.model.play(delist, 'It stays listed.');
		const no = await agent.write('Take +91 11 4000 0202 off Truecaller');
		const asked = await agent.shown(no, 1);
		expect(asked.by).toBe('May this number be delisted?');
		expect(asked.text).toContain('Delist +91 11 4000 0202?');
		expect(sent('delist')).toEqual([]);
		await press(asked, 'No, keep it');
		await agent.shown(no, 2);
		expect(sent('delist')).toEqual([]);

		agent.model.play(delist, 'Truecaller is working on it.');
		const yes = await agent.write('Take +91 11 4000 0202 off Truecaller');
		await press(await agent.shown(yes, 1), 'Yes, delist');
		await agent.shown(yes, 2);
		expect(JSON.parse(agent.model.told())).toEqual([
			expect.objectContaining({
				phoneNumber: '+911140000202',
				result: 'accepted',
				status: 'pending',
			}),
		]);
		expect(sent('delist')).toEqual([{ phone_numbers: ['911140000202'] }]);
	});
});
