import { customers, manyCustomers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const sent = () => stage.sandbox.control.received('realTimeV2');
const FORBIDDEN = {
	slug: 'forbidden-error',
	message: 'not authorized. please contact your admin.',
};
const phones = customers('9876540000', 'call me', '9876540010', '98765', '9876540020');

describe('items that cannot be sent', () => {
	it('stop the run before anything is sent, and all of them are named', async () => {
		const { items, error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: phones,
		});
		expect(items).toEqual([]);
		expect(error?.message).toBe('2 of 5 items cannot be sent as they are; the first is item 1');
		expect(error?.description?.split(' <br />')).toEqual([
			"Item 1 (row 3): 'Receiver Number' has letters in it. Give the whole number in digits, such as +91 and ten digits for India.",
			"Item 3 (row 5): 'Receiver Number' is too short for India (+91): 5 digits where 10 are expected. Check its country code and digits (a 0 or 1 that is dialled only at home is not counted).",
			'Nothing was sent.',
			"To send the other 3 items all the same, open the Settings of this node and set 'On Error' to 'Continue (using error output)'.",
			'Rows are counted for a sheet with one header row, all of whose rows came in, in their order.',
		]);
		expect(error?.context?.itemIndex).toBe(1);
		expect(sent()).toHaveLength(0);
	});

	it('leave by the error output with their input row, and the others go on', async () => {
		const { items, errors, error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: phones,
			onError: 'continueErrorOutput',
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json, pairedItem }) => [json.outcome, pairedItem])).toEqual([
			['pushed', { item: 0 }],
			['pushed', { item: 2 }],
			['pushed', { item: 4 }],
		]);
		expect(errors).toEqual([
			{
				json: {
					phone: 'call me',
					error: "'Receiver Number' has letters in it",
					details: {
						outcome: 'refused',
						reason: 'invalidInput',
						field: 'receiverNumber',
						advice: expect.stringMatching(/\.$/),
					},
				},
				pairedItem: { item: 1 },
			},
			expect.objectContaining({ pairedItem: { item: 3 } }),
		]);
		expect(sent()).toHaveLength(3);
	});

	it('stay in their place among the others with On Error: Continue', async () => {
		const { items } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: phones,
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => Object.keys(json).sort().join())).toEqual([
			expect.stringContaining('outcome'),
			'details,error',
			expect.stringContaining('outcome'),
			'details,error',
			expect.stringContaining('outcome'),
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
	});

	it('have all their faults told at once', async () => {
		const parameters = personaliseCall({
			callReason: 'Hi!',
			label: { __rl: true, mode: 'id', value: '' },
			durationMinutes: 2000,
		});
		const { error } = await stage.engine.runNode({ parameters, items: customers(null) });
		expect(error?.message).toBe(
			"'Receiver Number', 'Label', 'Call Reason' and 'Duration (Minutes)' cannot be sent as they are",
		);
		expect(error?.description?.split(' <br />')).toEqual([
			"'Receiver Number' is empty. Enter a phone number, or leave this item out.",
			"'Label' is empty. Choose a 'Label' from the list, or enter a 'Label Name'.",
			"'Call Reason' has 3 characters and needs at least 10, and has characters that Truecaller does not allow: \"!\". Write a 'Call Reason' of 10 to 100 characters, or leave it empty. Take them out of 'Call Reason', or switch on 'Clean Call Reason' under Options.",
			"'Duration (Minutes)' makes the call window longer than 24 hours. Enter a 'Duration (Minutes)' from 1 to 1440.",
		]);
		expect(sent()).toHaveLength(0);
	});

	it('may have a broken expression, which is a fault of that item alone', async () => {
		const parameters = personaliseCall({
			callReason: "={{ $json.order ? $json.order.name : $('Nowhere').item.json.name }}",
		});
		const items = [
			{ phone: '9876540000', order: { name: 'Your order is here' } },
			{ phone: '9876540010' },
			{ phone: '9876540020', order: { name: 'Your order is here' } },
		];
		const { items: out } = await stage.engine.runNode({
			parameters,
			items,
			onError: 'continueRegularOutput',
		});
		expect(out.map(({ json }) => json.outcome ?? 'error')).toEqual(['pushed', 'error', 'pushed']);
	});
});

describe('faults of the call itself', () => {
	it('stop the run, and the error says what was pushed and what was not sent', async () => {
		const reached = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: customers('9876540000'),
		});
		expect(reached.error).toBeUndefined();
		stage.sandbox.control.settings({ latencyMs: 20 });
		stage.sandbox.control.next({ route: 'realTimeV2', times: 1, delayMs: 1 });
		stage.sandbox.control.next({ route: 'realTimeV2', times: 1, status: 403, body: FORBIDDEN });
		const { error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: manyCustomers(300),
		});
		expect(error?.message).toMatch(
			/^Truecaller does not allow this with your API key \[item \d+\]$/,
		);
		expect(error?.description).toMatch(
			/Truecaller said: "not authorized\. please contact your admin\." \(forbidden-error, 403\)\./,
		);
		expect(error?.description).toMatch(
			/Already pushed, and a second run would send them again: items 0(, 1|–\d+)?.* and .*\d\. Not/,
		);
		expect(error?.description).toMatch(/Not sent: items \d+–299\.$/);
		expect(sent().length).toBeLessThan(301);
	});

	it('become error items, each with what was sent, and the other calls are made', async () => {
		stage.sandbox.control.next({ route: 'realTimeV2', times: 1, delayMs: 1 });
		stage.sandbox.control.next({ route: 'realTimeV2', times: 1, status: 403, body: FORBIDDEN });
		const { items, errors } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: manyCustomers(4),
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(3);
		expect(errors).toHaveLength(1);
		expect(errors[0]?.json.details).toMatchObject({
			truecallerSaid: 'not authorized. please contact your admin.',
			callRecord: expect.any(Object),
		});
	});

	it('are told apart: a route that is not there', async () => {
		stage.sandbox.control.next({ route: 'realTimeV2', status: 404 });
		stage.sandbox.control.next({ route: 'realTimeV1', status: 404 });
		const { error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: customers('9876540000'),
		});
		expect(error?.message).toBe('Truecaller does not know the address that was called');
	});

	it('are told apart: an address that sends calls elsewhere, where nothing is carried to', async () => {
		stage.sandbox.control.next({
			route: 'realTimeV2',
			status: 302,
			headers: { location: `${stage.sandbox.url}/elsewhere` },
		});
		const { error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: customers('9876540000'),
		});
		expect(error?.message).toBe('The Base URL of the credential sends calls on to another address');
		expect(stage.sandbox.control.received('unknown')).toHaveLength(0);
	});
});

describe('Retry On Fail', () => {
	it('is refused before anything is sent', async () => {
		const { error } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: manyCustomers(3),
			retryOnFail: true,
		});
		expect(error?.message).toBe(
			"'Retry On Fail' is switched on for this node, and would personalise calls a second time",
		);
		expect(stage.sandbox.control.received()).toHaveLength(0);
	});

	it('is refused for every item when errors are to continue, so that none looks like a success', async () => {
		const { items, errors } = await stage.engine.runNode({
			parameters: personaliseCall(),
			items: manyCustomers(3),
			retryOnFail: true,
			onError: 'continueErrorOutput',
		});
		expect(items).toEqual([]);
		expect(errors).toHaveLength(3);
		expect(stage.sandbox.control.received()).toHaveLength(0);
	});
});

describe('Fail When Not Pushed', () => {
	const failing = personaliseCall({}, { failWhenNotPushed: true });

	it('throws only after every call has its outcome', async () => {
		const { error } = await stage.engine.runNode({
			parameters: failing,
			items: customers('9876540000', '9876540001', '9876540010'),
		});
		expect(error?.message).toBe('The call was not pushed [item 1]');
		expect(error?.description).toContain(
			'Already pushed, and a second run would send them again: items 0 and 2.',
		);
		expect(sent()).toHaveLength(3);
	});

	it('makes error items that keep the outcome', async () => {
		const { items, errors } = await stage.engine.runNode({
			parameters: failing,
			items: customers('9876540000', '9876540001', '9876540010'),
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(2);
		expect(errors[0]?.json.details).toMatchObject({
			outcome: 'cannotShow',
			reason: 'notTruecallerUser',
			callRecord: { receiver_number: '919876540001' },
		});
	});
});
