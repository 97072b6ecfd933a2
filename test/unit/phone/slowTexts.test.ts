import { readPhoneNumber } from '../../../nodes/Truecaller/phone/phoneNumber';

test('a long text made to be slow is refused at once', () => {
	const slow = [
		'1 ',
		'1,',
		'1x',
		'(',
		'1/1-',
		'+1',
		'wa.me/',
		'"',
		'[',
		'M:',
		'phone=',
		',',
		'- ',
	].map((piece) => piece.repeat(1_000).slice(0, 1_000));
	slow.push(...slow.map((text) => text.slice(0, 100)));
	const startedAt = performance.now();
	for (const text of slow) expect(readPhoneNumber(text).ok).toBe(false);
	expect(performance.now() - startedAt).toBeLessThan(200);
});
