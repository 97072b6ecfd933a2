import { readParallel } from '../../../../nodes/Truecaller/api/access/parallel';
import { KEY } from '../../../support/governor';

describe('Parallel Tokens in a credential', () => {
	it.each([undefined, null, '', 1, '1', 0, -3, 1.9, 'many', NaN])(
		'is one where it says %p',
		(value) => {
			expect(readParallel({ ...KEY, parallelTokens: value })).toBeUndefined();
		},
	);

	it.each([
		[2, 2],
		['4', 4],
		[2.7, 2],
		[8, 8],
		[9, 8],
		[Infinity, 8],
	])('is read as a whole number of at most eight: %p is %i', (value, count) => {
		expect(readParallel({ ...KEY, parallelTokens: value })).toEqual({ count, key: KEY });
	});

	it('is kept to the hosts that n8n keeps the credential to', () => {
		const credential = { ...KEY, parallelTokens: 2, allowedDomains: ' example.com ' };
		const of = (more: object) => readParallel({ ...credential, ...more });
		expect(of({})).toEqual({ count: 2, key: KEY });
		expect(of({ allowedHttpRequestDomains: 'domains' })?.allowedDomains).toBe('example.com');
		expect(of({ allowedHttpRequestDomains: 'domains', allowedDomains: ' ' })).toBeUndefined();
	});
});
