import type { IDisplayOptions } from 'n8n-workflow';

import { TruecallerApi } from '../../../../credentials/TruecallerApi.credentials';
import { DEFAULT_BASE_URL } from '../../../../nodes/Truecaller/api/facts/endpoints';
import { exposureOf } from '../../../../nodes/Truecaller/api/access/baseUrl';
import type { Exposure } from '../../../../nodes/Truecaller/api/access/baseUrl';

const ADDRESSES: ReadonlyArray<readonly [baseUrl: string, exposure: Exposure]> = [
	[DEFAULT_BASE_URL, 'none'],
	['https://example.com', 'none'],
	['HTTPS://EXAMPLE.COM/', 'none'],
	['', 'none'],
	['not an address', 'none'],
	['http://localhost:4010', 'none'],
	['http://127.0.0.1:4010/', 'none'],
	['http://127.0.1.1', 'none'],
	['http://[::1]:4010', 'none'],
	['http://sandbox:4010', 'privateNetwork'],
	['http://host.docker.internal:4010', 'privateNetwork'],
	['http://sandbox.local', 'privateNetwork'],
	['http://10.0.0.7', 'privateNetwork'],
	['http://172.16.0.1', 'privateNetwork'],
	['http://172.31.255.1', 'privateNetwork'],
	['http://192.168.1.20:4010', 'privateNetwork'],
	['http://100.64.0.1', 'privateNetwork'],
	['http://[fd00::7]:4010', 'privateNetwork'],
	['http://[fe80::1]', 'privateNetwork'],
	['http://enterprise-portal-noneu.truecaller.com', 'internet'],
	['  http://example.com  ', 'internet'],
	['HTTP://Example.com', 'internet'],
	['http://172.32.0.1', 'internet'],
	['http://100.128.0.1', 'internet'],
	['http://8.8.8.8', 'internet'],
	['http://[2001:db8::1]', 'internet'],
	['http://localhost.example.com', 'internet'],
	['http://127.0.0.1.example.com', 'internet'],
	['http://10.example.com', 'internet'],
	['http://user@example.com', 'internet'],
	['http://localhost@example.com', 'internet'],
	['http://2130706433.example.com', 'internet'],
	['http://internal.example.com', 'internet'],
];

it.each(ADDRESSES)('What is sent to %j can be read by: %s', (baseUrl, exposure) =>
	expect(exposureOf(baseUrl)).toBe(exposure),
);

it.each(ADDRESSES)(
	'The form of the credential warns while %j is typed, if it has to',
	(baseUrl, exposure) => {
		const notice = new TruecallerApi().properties.find(({ name }) => name === 'unencrypted');
		const [condition] = (notice?.displayOptions as IDisplayOptions).show?.baseUrl ?? [];
		const { regex } = (condition as { _cnd: { regex: string } })._cnd;
		expect(new RegExp(regex).test(baseUrl)).toBe(exposure !== 'none');
	},
);
