import { toShape } from '../../../nodes/Truecaller/builders/outputShape';

describe('the rows of an operation in one line', () => {
	it('have texts by name, other types, words, and a mark where a field may be missing', () => {
		expect(
			toShape({
				type: 'object',
				properties: {
					phone: { type: 'string' },
					note: { type: 'string' },
					count: { type: 'integer' },
					message: { type: ['string', 'null'] },
					outcome: { type: 'string', enum: ['pushed', 'refused'] },
					reason: { type: ['string', 'null'], enum: ['missing', null] },
				},
				required: ['phone', 'count', 'message', 'outcome', 'reason'],
			}),
		).toBe(
			'{ phone, note?, count: integer, message: string|null, outcome: pushed|refused, reason: missing|null }',
		);
	});

	it('name the fields of an object where they are sure to come, and the object alone where not', () => {
		const slot = { start: { type: 'string' } };
		expect(
			toShape({
				type: 'object',
				properties: {
					slot: { type: 'object', properties: slot, required: ['start'], nullable: true },
					record: { type: 'object', properties: slot },
				},
				required: ['slot', 'record'],
			}),
		).toBe('{ slot: { start }|null, record: object }');
	});

	it('leave out a long list of words', () => {
		const words = Array.from({ length: 9 }, (_, index) => `word${index}`);
		expect(toShape({ type: 'object', properties: { a: { type: 'string', enum: words } } })).toBe(
			'{ a? }',
		);
	});
});
