/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { runInNewContext } from 'node:vm';

import { TruecallerApi } from '../../../../credentials/TruecallerApi.credentials';
import { readKey } from '../../../../nodes/Truecaller/api/access/key';
import { toUrl } from '../../../../nodes/Truecaller/api/facts/endpoints';

const evaluate = (template: unknown, $credentials: object): string =>
	String(template)
		.replace(/^=/, '')
		.replace(/\{\{(.+?)\}\}/g, (_match, code: string) =>
			String(runInNewContext(code, { $credentials })),
		);

it.each([undefined, '', '  ', ' https://example.com// ', 'https://example.com/path/'])(
	'The test of a credential asks the address that the node asks (Base URL %j)',
	(baseUrl) => {
		const credential = { baseUrl, clientAccountId: ' a ' };
		const { request } = new TruecallerApi().test;
		const labels = { method: 'GET', path: '/clients/{account}/labels', repeatable: true } as const;
		const key = readKey(credential);
		expect(evaluate(request.baseURL, credential) + evaluate(request.url, credential)).toBe(
			toUrl(labels, key.baseUrl, key.clientAccountId),
		);
	},
);

describe('the test of a credential', () => {
	const said = (status: number): string =>
		(new TruecallerApi().test.rules ?? [])
			.flatMap((rule) => (rule.type === 'responseCode' ? [rule.properties] : []))
			.find(({ value }) => value === status)?.message ?? '';

	it.each([401, 403, 404, 407, 429, 502, 503, 504])(
		'names a proxy as well where one may have answered (%i)',
		(status) => {
			expect(said(status)).toMatch(/proxy/);
		},
	);

	it.each([403, 404, 429])('and says that the login worked (%i)', (status) => {
		expect(said(status)).toMatch(/^The login worked, but the /);
	});
});
