import { openAgent, type Agent } from './agentStage';
import { eventually, sitDownAt } from '../editor/editor';

type Seat = Awaited<ReturnType<typeof sitDownAt>>;

const ravi = '+91 98123-45670';
const reason = 'Your KYC: page two of the form is missing';
const show = (words: string) =>
	[
		'Show_who_calls_and_why',
		{
			toolParameters: { Receiver_Number: ravi, Call_Reason: words },
			hitlParameters: { Customer: 'Ravi Kumar' },
		},
	] as const;

describe('ask an agent, in the chat of the editor', () => {
	let agent: Agent;
	let seat: Seat;
	beforeAll(async () => {
		agent = await openAgent();
		seat = await sitDownAt(agent.n8n);
	});
	afterAll(async () => {
		await seat.close();
		await agent.close();
	});

	const write = async (text: string) => {
		await seat.byId('chat-input').first().fill(text);
		await seat.page.locator('.chat-input-send-button').first().click();
	};
	const press = async (name: string) =>
		await seat.page.getByText(name, { exact: true }).last().click();
	const sent = () => agent.sandbox.control.received('realTimeV2');

	test('draws the reason anew when somebody writes what should be otherwise, and goes on at each Yes', async () => {
		const call = [
			'Place_the_call',
			{ toolParameters: { Receiver_Number: ravi }, hitlParameters: {} },
		] as const;
		agent.model.play(
			show('Your KYC is incomplete'),
			show(reason),
			call,
			'The reason was pushed to the phone, and the call was placed.',
		);
		await seat.openWorkflow(agent.workflowId);
		await seat.byId('workflow-chat-button').first().click();

		await write('Call Ravi about his KYC, and say why');
		await seat.page.getByText('“Your KYC is incomplete”').waitFor();
		await write('Say which page');
		await seat.page.getByText(`“${reason}”`).waitFor();
		expect(agent.model.told()).toContain('provided feedback: \\"Say which page\\"');
		expect(sent()).toEqual([]);

		await press('Yes, show it');
		await seat.page.getByText(`Shall ${ravi} be called now?`).waitFor();
		expect(sent()).toHaveLength(1);
		await press('Yes, call');
		await seat.page
			.getByText('The reason was pushed to the phone, and the call was placed.')
			.first()
			.waitFor();
		await eventually(async () =>
			expect(
				await seat.page
					.locator(
						'[data-test-id=canvas-node][data-node-name="Answer"] [data-test-id=canvas-node-status-success]',
					)
					.count(),
			).toBe(1),
		);
		expect(agent.calls).toEqual([{ from: '+918045678900', to: ravi }]);
		await seat.shoot('agent-chat');
	});
});
