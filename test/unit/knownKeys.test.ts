import { createKnownKeys } from '../../nodes/Truecaller/events/knownKeys';

const KEY = 'a-key-that-was-right';
let nowMs = 0;
const create = () => createKnownKeys(() => nowMs);
beforeEach(() => {
	nowMs = 1_000_000;
});

describe('a Webhook Key that was right a moment ago', () => {
	it('is known for five seconds from its reading, and not a moment longer', () => {
		const keys = create();
		keys.remember('c1', KEY);
		nowMs += 4_999;
		expect(keys.isKnown('c1', ['wrong', KEY])).toBe(true);
		nowMs += 1;
		expect(keys.isKnown('c1', [KEY])).toBe(false);
	});

	it('is known for its own credential, and no other key is', () => {
		const keys = create();
		keys.remember('c1', KEY);
		expect([keys.isKnown('c2', [KEY]), keys.isKnown('c1', [`${KEY}x`, '', undefined, null]), keys.isKnown('c1', [])]).toEqual([false, false, false]);
	});

	it('makes way for a new key, and is never remembered for a credential without an id', () => {
		const keys = create();
		keys.remember('c1', KEY);
		keys.remember('c1', 'another-right-key');
		keys.remember('', KEY);
		expect([keys.isKnown('c1', [KEY]), keys.isKnown('c1', ['another-right-key']), keys.isKnown('', [KEY])]).toEqual([false, true, false]);
	});

	it('takes no more room than a process needs', () => {
		const keys = create();
		for (let credential = 0; credential < 1_001; credential++) keys.remember(`c${credential}`, KEY);
		expect([keys.isKnown('c0', [KEY]), keys.isKnown('c1000', [KEY])]).toEqual([false, true]);
	});
});
