import { openAgent, press, type Agent } from './agentStage';

const show = [
	'Show_who_calls_and_why',
	{
		toolParameters: {
			Receiver_Number: '+91 98123-45670',
			Call_Reason: 'Your KYC: the second page is missing',
		},
		hitlParameters: { Customer: 'Ravi Kumar' },
	},
] as const;

describe('ask an agent, with its tool in the simulation', () => {
	let agent: Agent;
	beforeAll(async () => {
		agent = await openAgent(({ name, parameters }) => {
			if (name === 'Show who calls and why') parameters.connectTo = 'simulation';
		});
	});
	afterAll(async () => await agent.close());

	test('tells the model that nothing is real, before it asks and in the answer', async () => {
		agent.model.play(show, 'This was only a simulation.');
		const id = await agent.write('Call Ravi about his KYC, and say why');
		await press(await agent.shown(id, 1), 'Yes, show it');
		await agent.shown(id, 2);
		const tool = agent.model.asked[0]?.tools.find(({ name }) => name === show[0]);
		expect(tool?.description).toMatch(
			/^This is a simulation: nothing is sent to Truecaller and no phone shows anything, so say that to the person you talk to\./,
		);
		expect(JSON.parse(agent.model.told())).toEqual([
			expect.objectContaining({ outcome: 'pushed', personalised: true, simulated: true }),
		]);
		expect(agent.sandbox.control.received()).toEqual([]);
	});
});
