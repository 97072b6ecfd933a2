import { ACCOUNT, JSON_TYPE, openCaller, recordNow } from './caller';
import type { Caller, Headers } from './caller';

let caller: Caller;
let bearer: Headers;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	caller.sandbox.control.settings({ limits: { enforced: false } });
	bearer = await caller.bearer();
});

const personalise = async (changes: object) => await caller.personalise(bearer, recordNow(changes));

const OK = { status_info: { status: 'success', message: 'Record processed successfully' } };
const refusal = (field: string, text: string) => ({
	status_info: { status: 'error', field, message: `Request body is invalid: ${text}` },
});

describe('a record is refused, and the field named', () => {
	const plus = 'must be country code and digits, without +';
	const reasonEdge = 'cannot start or end with a space or any of .,-';
	const dayMs = 24 * 3_600_000;
	const inDays = (days: number) => Date.now() + days * dayMs;

	it.each<[string, object, string, string]>([
		['a name of API v1', { caller: '911234567890' }, 'caller', 'is not allowed'],
		['no caller', { caller_number: undefined }, 'caller_number', 'is required'],
		['no receiver', { receiver_number: undefined }, 'receiver_number', 'is required'],
		['an empty receiver', { receiver_number: '' }, 'receiver_number', 'is required'],
		['no start', { starts_at: undefined }, 'starts_at', 'is required'],
		['no end', { ends_at: undefined }, 'ends_at', 'is required'],
		[
			'a caller that is a number',
			{ caller_number: 911234567890 },
			'caller_number',
			'must be a string',
		],
		[
			'a start in ISO 8601',
			{ starts_at: '2025-07-21T09:05:51Z' },
			'starts_at',
			'must be an integer',
		],
		[
			'a fraction of a millisecond',
			{ ends_at: inDays(0.5) + 0.5 },
			'ends_at',
			'must be an integer',
		],
		['null for a reason', { dynamic_call_reason: null }, 'dynamic_call_reason', 'must be a string'],
		['a label id that is no UUID', { label_id: 'Flower' }, 'label_id', 'must be a UUID'],
		['a caller with +', { caller_number: '+911234567890' }, 'caller_number', plus],
		['a receiver with +', { receiver_number: '+919876543210' }, 'receiver_number', plus],
		['a receiver with spaces', { receiver_number: '91 98765 43210' }, 'receiver_number', plus],
		['a receiver of 7 digits', { receiver_number: '9198765' }, 'receiver_number', plus],
		['a receiver of 16 digits', { receiver_number: '9198765432101234' }, 'receiver_number', plus],
		['a receiver that starts with 0', { receiver_number: '09876543210' }, 'receiver_number', plus],
		[
			'a static label',
			{ label_id: '5a5a5a5a-0000-4000-8000-000000000001' },
			'label_id',
			'must be a dynamic label',
		],
		[
			'a label of another account',
			{ label_id: 'e2e2e2e2-0000-4000-8000-000000000001' },
			'label_id',
			'must belong to the client account',
		],
		[
			'a label nobody has',
			{ label_id: '99999999-0000-4000-8000-000000000001' },
			'label_id',
			'must belong to the client account',
		],
		[
			'a name of 2 characters',
			{ dynamic_label_name: 'AB' },
			'dynamic_label_name',
			'must be between 3 and 40 characters',
		],
		[
			'a name of 41 characters',
			{ dynamic_label_name: 'n'.repeat(41) },
			'dynamic_label_name',
			'must be between 3 and 40 characters',
		],
		[
			'a reason of 9 characters',
			{ dynamic_call_reason: 'r'.repeat(9) },
			'dynamic_call_reason',
			'must be between 10 and 100 characters',
		],
		[
			'a reason of 101 characters',
			{ dynamic_call_reason: 'r'.repeat(101) },
			'dynamic_call_reason',
			'must be between 10 and 100 characters',
		],
		[
			'a full stop at the end',
			{ dynamic_call_reason: 'Your order is here.' },
			'dynamic_call_reason',
			reasonEdge,
		],
		[
			'a dash at the start',
			{ dynamic_call_reason: '-Your order is here' },
			'dynamic_call_reason',
			reasonEdge,
		],
		[
			'a space at the end',
			{ dynamic_call_reason: 'Your order is here ' },
			'dynamic_call_reason',
			reasonEdge,
		],
		[
			'an end in the past',
			{ ends_at: inDays(-0.1), starts_at: inDays(-0.2) },
			'ends_at',
			'cannot be older than current time',
		],
		[
			'an end in seconds',
			{ ends_at: Math.floor(inDays(0.1) / 1000) },
			'ends_at',
			'cannot be older than current time',
		],
		[
			'an end before the start',
			{ starts_at: inDays(2), ends_at: inDays(1) },
			'ends_at',
			'cannot be older than starts_at',
		],
	])('for %s', async (_why, changes, field, text) => {
		const { status, data } = await personalise(changes);
		expect({ status, data }).toEqual({ status: 400, data: refusal(field, `${field} ${text}`) });
	});

	it.each([...'!@#$%^&*()_+/'])('for a call reason with %s', async (character) => {
		const { data } = await personalise({ dynamic_call_reason: `Your order ${character} is here` });
		expect(data.status_info.field).toBe('dynamic_call_reason');
	});

	it('for neither label nor name', async () => {
		const { data } = await personalise({ label_id: undefined, dynamic_label_name: undefined });
		expect(data).toEqual(refusal('label_id', 'label_id or dynamic_label_name is required'));
	});

	it('with a fault of the whole body, without a field', async () => {
		for (const data of ['{', '[]', 'null', '']) {
			const url = `/v2/clients/${ACCOUNT}/dynamic_call_record`;
			const answer = await caller.send({
				method: 'POST',
				url,
				data,
				headers: { ...bearer, ...JSON_TYPE },
			});
			const message = 'Request body is invalid: body must be a JSON object';
			expect(answer).toMatchObject({
				status: 400,
				data: { status_info: { status: 'error', message } },
			});
			expect(answer.data.status_info).not.toHaveProperty('field');
		}
	});
});

describe('a record is accepted', () => {
	it.each<[string, object]>([
		['with a label and no name', { dynamic_label_name: undefined }],
		['with a name and no label', { label_id: undefined }],
		['without a reason', { dynamic_call_reason: undefined }],
		['with a reason of 10 characters', { dynamic_call_reason: 'r'.repeat(10) }],
		['with a reason of 100 characters', { dynamic_call_reason: 'r'.repeat(100) }],
		[
			'with full stops, commas and dashes inside the reason',
			{ dynamic_call_reason: 'Hi, 2-3 p.m. today' },
		],
		['with a Hindi reason', { dynamic_call_reason: 'आपका ऑर्डर आ गया है' }],
		['with a name of 40 characters', { dynamic_label_name: 'n'.repeat(40) }],
		[
			'with numbers of 8 and 15 digits',
			{ caller_number: '12345678', receiver_number: '123456789012345' },
		],
	])('%s', async (_how, changes) => {
		expect(await personalise(changes)).toMatchObject({ status: 200, data: OK });
	});

	it('with a window of exactly 24 hours that ends this very millisecond, and not one past it', async () => {
		const { nowMs } = caller.sandbox.control.freezeClock();
		const window = { starts_at: nowMs - 86_400_000, ends_at: nowMs };
		expect(await personalise(window)).toMatchObject({ status: 200, data: OK });
		const { data: tooLong } = await personalise({ ...window, starts_at: window.starts_at - 1 });
		expect(tooLong).toEqual(
			refusal('ends_at', 'ends_at cannot be more than 24 hours after starts_at'),
		);
		const { data: tooLate } = await personalise({ ...window, ends_at: nowMs - 1 });
		expect(tooLate).toEqual(refusal('ends_at', 'ends_at cannot be older than current time'));
	});

	it('with a + only when the sandbox is told to', async () => {
		caller.sandbox.control.settings({ realTimeAcceptsPlus: true });
		for (const receiver_number of ['+919876543210', '919876543210']) {
			expect(await personalise({ receiver_number })).toMatchObject({ status: 200, data: OK });
		}
	});
});

describe('the last four digits of the receiver choose how the call ends', () => {
	it.each([
		['0001', { message: 'Receiver is not a Truecaller user' }],
		['0002', { message: "Receiver's OS is not supported" }],
		['0003', { message: "Receiver's app version is not supported" }],
		['0004', { message: 'Failed to push' }],
		['0005', { field: 'receiver_number', message: 'Invalid receiver number' }],
	])('%s', async (digits, verdict) => {
		const status_info = { status: 'error', ...verdict };
		const refused = await personalise({ receiver_number: `91987654${digits}` });
		expect([refused.status, refused.data]).toEqual([400, { status_info }]);
		caller.sandbox.control.settings({ deliveryFailureStatus: 200, dialect: 'flat' });
		const flat = await personalise({ receiver_number: `91987654${digits}` });
		expect([flat.status, flat.data]).toEqual([200, status_info]);
	});

	it('0006: the connection is cut without an answer, though the request was read', async () => {
		const receiver_number = '919876540006';
		await expect(personalise({ receiver_number })).rejects.toMatchObject({ code: 'ECONNRESET' });
		const [entry] = caller.sandbox.control.received('realTimeV2');
		expect(entry).toMatchObject({ status: null, body: { receiver_number } });
	});

	it('0007: a fault of the server', async () => {
		const answer = await personalise({ receiver_number: '919876540007' });
		const data = { slug: 'internal-server-error', message: 'Internal system errors' };
		expect(answer).toMatchObject({ status: 500, data });
	});

	it('but only for a record that is valid', async () => {
		const { data } = await personalise({ receiver_number: '919876540001', ends_at: 1 });
		expect(data.status_info.field).toBe('ends_at');
	});
});
