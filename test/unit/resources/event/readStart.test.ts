/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { PassThrough, Readable } from 'node:stream';

import { readStart } from '../../../../nodes/Truecaller/resources/event/readStart';

const bytes = (text: string) => new TextEncoder().encode(text);
const never = new AbortController().signal;

describe('the beginning of an answer', () => {
	it.each([0, 1, 9, 10])('is the whole of %i bytes where 10 may be read', async (length) => {
		const body = Readable.from([bytes('x'.repeat(length))]);
		expect(await readStart(body, 10, never)).toEqual({ text: 'x'.repeat(length), isCut: false });
	});

	it('puts a letter together that arrives in two pieces', async () => {
		const [first, ...rest] = bytes('é');
		const body = Readable.from([Uint8Array.of(Number(first)), Uint8Array.from(rest)]);
		expect(await readStart(body, 10, never)).toEqual({ text: 'é', isCut: false });
	});

	it('ends with the piece that goes over the limit, and the connection with it', async () => {
		let made = 0;
		const body = new Readable({
			highWaterMark: 1,
			read() {
				made++;
				this.push(bytes('12345'));
			},
		});
		expect(await readStart(body, 10, never)).toEqual({ text: '123451234512345', isCut: true });
		expect(body.destroyed).toBe(true);
		expect(made).toBeLessThan(10);
	});

	it('is none when the rest does not come in time, and the connection ends', async () => {
		const body = new PassThrough();
		body.write('{"status":');
		expect(await readStart(body, 10_000, AbortSignal.timeout(50))).toBeUndefined();
		expect(body.destroyed).toBe(true);
	});

	it('is none in time of a stream that n8n has wrapped, whose loop never ends', async () => {
		const body = Readable.from(
			(async function* () {
				yield bytes('{');
				await new Promise(() => undefined);
			})(),
		);
		expect(await readStart(body, 10_000, AbortSignal.timeout(50))).toBeUndefined();
	});

	it('is none when the time was over before', async () => {
		const body = new PassThrough();
		expect(await readStart(body, 10, AbortSignal.abort())).toBeUndefined();
		expect(body.destroyed).toBe(true);
	});

	it('fails where the connection breaks', async () => {
		const body = new PassThrough();
		body.write('{');
		const reading = readStart(body, 10, never);
		body.destroy(new Error('reset'));
		await expect(reading).rejects.toThrow('reset');
	});

	it.each([undefined, null, '', 'text', {}])(
		'is empty where there is no stream: %j',
		async (body) => {
			expect(await readStart(body, 10, never)).toEqual({ text: '', isCut: false });
		},
	);
});
