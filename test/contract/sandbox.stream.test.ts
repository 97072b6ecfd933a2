import { ACCOUNT, openCaller, recordNow } from './caller';
import type { Caller } from './caller';
import { FAULT, openReceiver, until } from './receiver';
import { listenTo, phonesToldTo, requestsToldTo } from './stream';
import type { Phones, StreamListener } from './stream';

let caller: Caller;
let listener: StreamListener;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());
beforeEach(async () => {
	caller.sandbox.control.reset();
	listener = await listenTo(caller.sandbox.url);
});
afterEach(() => listener.close());

const phonesTold = () => phonesToldTo(listener);
const requestsTold = () => requestsToldTo(listener);

const personalise = async (...receivers: string[]) => {
	const headers = await caller.bearer();
	for (const receiver_number of receivers)
		await caller.personalise(headers, recordNow({ receiver_number })).catch(() => undefined);
};

describe('the stream', () => {
	it('begins with all there is, so that a page that comes late misses nothing', async () => {
		await personalise('919876543210');
		const late = await listenTo(caller.sandbox.url);
		await until(() => late.last('deliveries') !== undefined);
		expect(late.told.map(({ name }) => name)).toEqual([
			'hello',
			'clock',
			'settings',
			'webhooks',
			'labels',
			'featureSets',
			'tokens',
			'batches',
			'rates',
			'orders',
			'phones',
			'requests',
			'deliveries',
		]);
		expect(late.last('hello')).toMatchObject({
			editorUrl: null,
			keys: { clientAccountId: ACCOUNT, webhookKey: caller.sandbox.webhookKey },
			purposes: { realTimeV2: 'Personalise one call', unknown: 'An unknown path' },
		});
		expect(late.last<Phones>('phones')).toMatchObject({
			all: true,
			phones: [{ number: '919876543210', sight: 'shown' }],
		});
		late.close();
	});

	it('tells of each phone what it shows, and why one shows nothing', async () => {
		await personalise(
			'919876540000',
			'919876540001',
			'919876540002',
			'919876540003',
			'919876540004',
			'919876540005',
			'919876540006',
			'919876540007',
		);
		await until(() => phonesTold().length === 8);
		expect(phonesTold().map(({ number, sight }) => [number.slice(-4), sight])).toEqual([
			['0000', 'shown'],
			['0001', 'noTruecaller'],
			['0002', 'osNotSupported'],
			['0003', 'oldApp'],
			['0004', 'outOfReach'],
			['0005', 'noSuchNumber'],
			['0006', 'nobodyKnows'],
			['0007', 'nobodyKnows'],
		]);
		expect(phonesTold()[0]).toMatchObject({
			name: 'Flower rasm',
			reason: 'Flower Delivery',
			calls: 1,
			batchId: null,
		});
	});

	it('names a phone that is called again once more, with what it shows now', async () => {
		await personalise('919876543210', '919812345678', '919876543210');
		await until(() => phonesTold().some(({ calls }) => calls === 2));
		const late = await listenTo(caller.sandbox.url);
		await until(() => late.last('phones') !== undefined);
		expect(late.last<Phones>('phones')?.phones.map(({ number, calls }) => [number, calls])).toEqual(
			[
				['919812345678', 1],
				['919876543210', 2],
			],
		);
		late.close();
	});

	it('gives a call without a name of its own the name of its label', async () => {
		// JSON leaves out what is undefined.
		await caller.personalise(await caller.bearer(), recordNow({ dynamic_label_name: undefined }));
		await until(() => phonesTold().length === 1);
		expect(phonesTold()[0]).toMatchObject({ name: 'Flower rasm', label: 'Flower rasm' });
	});

	it('shows no phone for a call that was refused, but the request, in Truecaller’s words', async () => {
		const headers = await caller.bearer();
		await caller.personalise(headers, recordNow({ ends_at: 1 }));
		await caller.personalise({ Authorization: 'Bearer wrong' }, recordNow());
		await until(() => requestsTold().length === 3);
		expect(phonesTold()).toEqual([]);
		expect(
			requestsTold().map(({ route, status, said, field }) => [route, status, said, field]),
		).toEqual([
			['token', 200, null, null],
			[
				'realTimeV2',
				400,
				'Request body is invalid: ends_at cannot be older than current time',
				'ends_at',
			],
			['realTimeV2', 401, 'please login again', null],
		]);
	});

	it.each(['statusInfo', 'flat'] as const)(
		'understands its own answers in the dialect %s',
		async (dialect) => {
			caller.sandbox.control.settings({ dialect });
			await personalise('919876540001');
			await until(() => requestsTold().length === 2);
			expect(requestsTold()[1]?.said).toBe('Receiver is not a Truecaller user');
		},
	);

	it('shows no secret key of a login, and no token', async () => {
		const { data } = await caller.login();
		await caller.labels({ Authorization: `Bearer ${String(data.token)}` });
		await until(() => requestsTold().length === 2);
		expect(requestsTold()[0]).toMatchObject({
			body: { key_id: caller.sandbox.keys.full.keyId },
			answer: expect.not.objectContaining({ token: expect.anything() }),
		});
		expect(JSON.stringify(listener.told)).not.toContain(data.token);
	});

	it('tells of a delivery each attempt, and when the next one is on the clock of the retries', async () => {
		const receiver = await openReceiver();
		receiver.answerWith(FAULT);
		await caller.sandbox.control.deliver({ url: receiver.url });
		type Deliveries = {
			deliveries: Array<{ attempts: unknown[]; nextAttemptAt: number; dueMs: number }>;
		};
		await until(() => listener.last<Deliveries>('deliveries')?.deliveries.length === 1);
		const [delivery] = listener.last<Deliveries>('deliveries')?.deliveries ?? [];
		expect(delivery?.attempts).toHaveLength(1);
		const { retryNowMs = 0 } = listener.last<{ retryNowMs: number }>('clock') ?? {};
		expect(Math.abs((delivery?.dueMs ?? 0) - retryNowMs - 120_000)).toBeLessThan(6_000);
		await receiver.close();
	});

	it('begins anew after a reset', async () => {
		await personalise('919876543210');
		await until(() => phonesTold().length === 1);
		caller.sandbox.control.reset();
		await until(() => listener.last<Phones>('phones')?.phones.length === 0);
		expect(listener.last<Phones>('phones')?.all).toBe(true);
		expect(listener.last<{ requests: Request[] }>('requests')).toEqual({ all: true, requests: [] });
		await personalise('919876543211');
		await until(() => listener.last<Phones>('phones')?.phones[0]?.number === '919876543211');
	});

	it('counts as nothing received, and ends with the sandbox', async () => {
		const { sandbox } = await openCaller();
		const other = await listenTo(sandbox.url);
		await until(() => other.last('deliveries') !== undefined);
		expect(sandbox.control.counts()).toEqual({});
		await sandbox.close();
		await until(() => !other.isOpen());
	});
});
