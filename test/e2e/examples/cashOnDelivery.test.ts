import { createHmac } from 'node:crypto';
import axios from 'axios';
import type { Execution } from '../../../playground/n8n/execution';
import { Refusal, type Call } from '../../support/thirdParties';
import { openJourney, until, withParameters, type Journey, type JourneyCopy } from './journey';

const shop = 'shop.example.com/wp-json/wc/v3';
const dialledAt = 'POST dialler.example.com/calls';
const updatedAt = `PUT ${shop}/orders/*`;
const replies = {
	[`GET ${shop}/webhooks`]: [],
	[`POST ${shop}/webhooks`]: { id: 5 },
	[`DELETE ${shop}/webhooks/*`]: { id: 5 },
	[updatedAt]: (call: Call) => ({ id: Number(call.to.split('/').at(-1)), ...call.body }),
	[dialledAt]: { queued: true },
};
const order = (id: number, changes: object = {}) => ({
	id,
	payment_method: 'cod',
	billing: { phone: '98765 40000', country: 'IN' },
	line_items: [{ name: 'Steel bottle & cup (set)' }],
	...changes,
});

describe('cash on delivery', () => {
	let journey: Journey;
	let copy: JourneyCopy;
	let webhook: { delivery_url: string; secret: string };
	beforeAll(async () => {
		journey = await openJourney('cash-on-delivery', replies);
		const soon = withParameters({ resume: 'timeInterval', amount: 0, unit: 'seconds' });
		copy = await journey.create({
			'Tomorrow at 11:00': soon,
			'Until the call is over': withParameters({ resumeUnit: 'seconds' }),
		});
		await copy.publish();
		webhook = journey.parties.calls(`POST ${shop}/webhooks`)[0]?.body as typeof webhook;
	});
	afterEach(() => journey.forget());
	afterAll(async () => await journey.close());

	const reasons = () =>
		(journey.received('realTimeV2') as Array<{ dynamic_call_reason: string }>).map(
			({ dynamic_call_reason: reason }) => reason,
		);
	const calls = () =>
		journey.parties
			.calls(dialledAt)
			.map(({ body }) => body as { to: string; reference: number; answerTo: string });
	const written = () =>
		journey.parties
			.calls(updatedAt)
			.map(({ to, body }) => [
				Number(to.split('/').at(-1)),
				body.status,
				(body.meta_data as Array<{ value: string }>)[0]?.value,
			]);
	/** What the shop sends, signed as it does it; ends when n8n has taken it. */
	const place = async (body: object) => {
		const text = JSON.stringify(body);
		const signature = createHmac('sha256', webhook.secret).update(text).digest('base64');
		await axios.post(webhook.delivery_url, text, {
			proxy: false,
			headers: {
				'content-type': 'application/json',
				'x-wc-webhook-id': '5',
				'x-wc-webhook-signature': signature,
			},
		});
	};
	const answer = async (result: string, index = 0) => {
		await until('the dialler is asked', () => calls().length > index);
		// n8n takes an answer once the execution has gone to sleep.
		const url = calls()[index]?.answerTo ?? '';
		await until(
			'the answer is taken',
			async () =>
				(await axios.post(url, { result }, { proxy: false, validateStatus: () => true })).status ===
				200,
		);
	};
	const ended = async (): Promise<Execution> => await copy.latest();

	test.each([
		['confirmed', 'processing', /^Confirmed by phone on \d/],
		['cancelled', 'cancelled', /^Cancelled by phone on \d/],
	])('writes on the order that it was %s', async (result, status, text) => {
		await place(order(7002));
		await answer(result);
		expect((await ended()).error?.message).toBeUndefined();
		expect(reasons()).toEqual(['Confirming your order of Steel bottle and cup set']);
		expect(calls()).toMatchObject([
			{ from: '+91 11 4000 0101', to: '+919876540000', reference: 7002 },
		]);
		expect(written()).toEqual([[7002, status, expect.stringMatching(text)]]);
	});

	test('calls once more when nobody answered, personalised anew, and then puts the order on hold', async () => {
		await place(order(7003, { billing: { phone: '098450 10001', country: 'IN' } }));
		await answer('no answer');
		await answer('no answer', 1);
		expect((await ended()).error?.message).toBeUndefined();
		expect([reasons().length, calls().length]).toEqual([2, 2]);
		expect(written()).toEqual([[7003, 'on-hold', 'Nobody answered two calls']]);
	});

	test('takes a second call that is answered', async () => {
		await place(order(7004));
		await answer('busy');
		await answer('confirmed', 1);
		await ended();
		expect(written()).toEqual([[7004, 'processing', expect.stringContaining('Confirmed')]]);
	});

	test('puts the order on hold for a number nobody can read, and when the dialler refuses', async () => {
		await place(order(7005, { billing: { phone: '98765', country: 'IN' } }));
		await ended();
		journey.parties.reply({ [dialledAt]: new Refusal(503) });
		await place(order(7006));
		await ended();
		expect(written()).toEqual([
			[
				7005,
				'on-hold',
				"'Receiver Number' is too short for India (+91): 5 digits where 10 are expected",
			],
			[7006, 'on-hold', 'The dialler did not take the call: call by hand'],
		]);
	});

	test('calls all the same when Truecaller is away', async () => {
		journey.sandbox.control.next({ route: 'realTimeV2', status: 500 });
		await place(order(7007));
		await answer('confirmed');
		await ended();
		expect(written()).toMatchObject([[7007, 'processing', expect.anything()]]);
	});

	test('calls nobody who has paid', async () => {
		await place(order(7008, { payment_method: 'razorpay' }));
		expect((await ended()).items('Paid already')).toHaveLength(1);
		expect([reasons(), calls(), written()]).toEqual([[], [], []]);
	});
});
