import { createKeyCheck } from '../../../nodes/Truecaller/events/key/keyCheck';

const KEY = 'a-key-that-is-right';
let nowMs = 0;
const create = () => createKeyCheck(() => nowMs);
/** A credential, and how often it was read. */
const credential = (key: string) => jest.fn(async () => key);
/** A credential that is read as slowly as the test likes. */
const slowCredential = () => {
	const answers: Array<(key: string) => void> = [];
	const read = jest.fn(async () => await new Promise<string>((resolve) => answers.push(resolve)));
	return { read, answer: (key: string) => answers.shift()?.(key) };
};
beforeEach(() => {
	nowMs = 1_000_000;
});

describe('a Webhook Key that was right a moment ago', () => {
	it('is known for five seconds from its reading, and not a moment longer', async () => {
		const isRight = create();
		const { read, answer } = slowCredential();
		const first = isRight('c1', [KEY], read);
		nowMs += 1_000;
		answer(KEY);
		expect(await first).toBe(true);
		nowMs += 3_999;
		expect([await isRight('c1', ['wrong', KEY], read), read.mock.calls.length]).toEqual([true, 1]);
		nowMs += 1;
		const later = isRight('c1', [KEY], read);
		answer('another-right-key');
		expect([await later, read.mock.calls.length]).toEqual([false, 2]);
	});

	it('is known for its own credential, and no other key is', async () => {
		const isRight = create();
		await isRight('c1', [KEY], credential(KEY));
		const [other, same] = [credential('the-key-of-another'), credential(KEY)];
		expect(await isRight('c2', [KEY], other)).toBe(false);
		for (const given of [[`${KEY}x`, '', undefined, null], [[KEY]], []]) {
			nowMs += 1_000;
			expect(await isRight('c1', given, same)).toBe(false);
		}
		expect([other.mock.calls.length, same.mock.calls.length]).toEqual([1, 3]);
	});

	it('makes way for a new key', async () => {
		const isRight = create();
		await isRight('c1', [KEY], credential(KEY));
		nowMs += 1_000;
		const read = credential('another-right-key');
		expect(await isRight('c1', ['another-right-key'], read)).toBe(true);
		expect([
			await isRight('c1', ['another-right-key'], read),
			await isRight('c1', [KEY], read),
			read.mock.calls.length,
		]).toEqual([true, false, 1]);
	});

	it('takes no more room than a process needs', async () => {
		const isRight = create();
		for (let number = 0; number < 1_001; number++)
			await isRight(`c${number}`, [KEY], credential(KEY));
		const [forgotten, kept] = [credential(KEY), credential(KEY)];
		expect([await isRight('c1000', [KEY], kept), await isRight('c0', [KEY], forgotten)]).toEqual([
			true,
			true,
		]);
		expect([kept.mock.calls.length, forgotten.mock.calls.length]).toEqual([0, 1]);
	});
});

describe('a wrong Webhook Key', () => {
	it('is refused without a reading for a second after the last one, and not a moment longer', async () => {
		const isRight = create();
		const read = credential(KEY);
		expect(await isRight('c1', ['wrong'], read)).toBe(false);
		nowMs += 999;
		expect([
			await isRight('c1', ['wrong'], read),
			await isRight('c1', [], read),
			await isRight('c1', [KEY], read),
			read.mock.calls.length,
		]).toEqual([false, false, true, 1]);
		nowMs += 1;
		expect([await isRight('c1', ['wrong'], read), read.mock.calls.length]).toEqual([false, 2]);
	});

	it('is counted from the beginning of a slow reading', async () => {
		const isRight = create();
		const { read, answer } = slowCredential();
		const first = isRight('c1', ['wrong'], read);
		nowMs += 1_000;
		answer(KEY);
		expect(await first).toBe(false);
		const second = isRight('c1', ['another-right-key'], read);
		answer('another-right-key');
		expect([await second, read.mock.calls.length]).toEqual([true, 2]);
	});
});

describe('a credential', () => {
	it('is read once for all deliveries that come meanwhile, whether their keys are right or wrong', async () => {
		const isRight = create();
		const { read, answer } = slowCredential();
		const answers = [[KEY], ['wrong'], [KEY], []].map(
			async (given) => await isRight('c1', given, read),
		);
		answer(KEY);
		expect([await Promise.all(answers), read.mock.calls.length]).toEqual([
			[true, false, true, false],
			1,
		]);
	});

	it('that cannot be read lets nobody in who waits for it, and is read again for the next', async () => {
		const isRight = create();
		const broken = jest.fn(async () => await Promise.reject(new Error('no database')));
		const answers = await Promise.allSettled([
			isRight('c1', [KEY], broken),
			isRight('c1', [KEY], broken),
		]);
		expect([answers.map(({ status }) => status), broken.mock.calls.length]).toEqual([
			['rejected', 'rejected'],
			1,
		]);
		expect(await isRight('c1', [KEY], credential(KEY))).toBe(true);
	});

	it('without an id is none', async () => {
		const read = credential(KEY);
		expect([await create()('', [KEY], read), read.mock.calls.length]).toEqual([false, 0]);
	});

	it('with a key that is too short lets nobody in', async () => {
		const isRight = create();
		const read = credential('short');
		expect([
			await isRight('c1', ['short'], read),
			await isRight('c1', ['short'], read),
			read.mock.calls.length,
		]).toEqual([false, false, 1]);
	});
});
