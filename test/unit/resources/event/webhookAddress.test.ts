import { readWebhookAddress } from '../../../../nodes/Truecaller/resources/event/webhookAddress';

const WORD = 'flowers-and-16-more';
const read = (url: string, given = '', ofCredential = '') => {
	const address = readWebhookAddress(url, given, ofCredential);
	return address.ok ? address.value : address.problem.message;
};

describe('the address of a test event', () => {
	it('keeps the key that stands in the URL', () => {
		const url = 'https://n8n.example.com/webhook/1/webhook?key=in-the-url';
		expect(read(url, WORD, WORD)).toEqual({
			url,
			key: 'in-the-url',
			keySource: 'url',
			isTestUrl: false,
		});
	});

	it.each([
		['', WORD, 'parameter'],
		['?key=', WORD, 'parameter'],
		['', '', 'credential'],
	])('gets the key of the node, or of the credential (%j)', (query, given, keySource) => {
		const address = read(`http://localhost:5678/webhook-test/1/webhook${query}`, given, WORD);
		expect(address).toEqual({
			url: `http://localhost:5678/webhook-test/1/webhook?key=${WORD}`,
			key: WORD,
			keySource,
			isTestUrl: true,
		});
	});

	it.each([
		'https://n8n.example.com/',
		'http://localhost:5678/',
		'http://127.0.0.1/',
		'http://[::1]/',
		'http://10.0.0.7/',
		'http://n8n:5678/',
		'http://n8n.local/',
	])('may carry the key: %s', (url) => {
		expect(read(url, WORD)).toMatchObject({ keySource: 'parameter' });
	});

	it.each(['http://n8n.example.com/', 'http://203.0.113.7/', `http://8.8.8.8/?key=${WORD}`])(
		'must not carry the key through the internet in the clear: %s',
		(url) => {
			expect(read(url, WORD)).toBe(
				"'Webhook URL' starts with http://, so the 'Webhook Key' would travel through the internet unencrypted",
			);
		},
	);

	it('may be anywhere where no key travels', () => {
		expect(read('http://n8n.example.com/')).toMatchObject({ keySource: 'none', key: '' });
	});

	it.each(['', 'trigger', 'n8n.example.com/webhook', 'ftp://n8n.example.com/', 'file:///etc'])(
		'is refused when nothing can be sent there: %j',
		(url) => {
			expect(read(url, WORD)).toBe("'Webhook URL' is not an address that can be called");
		},
	);
});
