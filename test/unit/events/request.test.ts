import { explainKeys, keysOf, readJsonBody } from '../../../nodes/Truecaller/events/request';

describe('the body', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);

	it('is read from the bytes, whatever they are said to be', async () => {
		expect(
			await readJsonBody({ headers: {}, body: undefined, rawBody: bytes('\ufeff{"a":"é"}') }),
		).toEqual({ a: 'é' });
		expect(
			await readJsonBody({ headers: {}, body: { a: '1' }, rawBody: bytes('a=1') }),
		).toBeUndefined();
		expect(await readJsonBody({ headers: {}, body: { a: 1 } })).toEqual({ a: 1 });
		expect(await readJsonBody({ headers: {}, body: [] })).toBeUndefined();
		expect(
			await readJsonBody({
				headers: { 'content-type': 'multipart/form-data; boundary=x' },
				body: { a: 1 },
			}),
		).toBeUndefined();
	});

	it('is none when the sender hangs up before its end', async () => {
		expect(
			await readJsonBody({
				headers: {},
				body: {},
				readRawBody: async () => await Promise.reject(new Error('aborted')),
			}),
		).toBeUndefined();
	});
});

describe('the key of a request', () => {
	it.each<[object, Record<string, string>, string]>([
		[{}, {}, 'The key is missing or wrong'],
		[{ key: 'another' }, {}, 'The key is missing or wrong'],
		[{ key: 'flowers-and-16-more ' }, {}, 'The key has a space before or after it'],
		[{ key: '' }, { 'x-webhook-key': '\tword' }, 'The key has a space before or after it'],
		[{ key: ['word', 'word'] }, {}, 'The URL has more than one key'],
	])('%j with headers %j is refused because: %3$s', (query, headers, why) =>
		expect(explainKeys(keysOf(query, headers))).toBe(why),
	);
});
