import { OUTCOMES } from '../../nodes/Truecaller/simulation/rules/calls/delivery';
import { MAGIC_NUMBERS } from '../../nodes/Truecaller/simulation/rules/numbers/listing';
import { introduce } from '../../sandbox/introduction';
import { openCaller } from './caller';
import type { Caller } from './caller';

let caller: Caller;
beforeAll(async () => {
	caller = await openCaller();
});
afterAll(async () => await caller.close());

it('the terminal shows every value of the credential, the page and the test numbers', () => {
	const { sandbox } = caller;
	const { clientAccountId, keyId, apiKey } = sandbox.keys.full;
	const lines = introduce(sandbox)
		.split('\n')
		.map((line) => line.trim());
	expect(lines).toEqual(
		expect.arrayContaining([
			sandbox.pageUrl,
			`Base URL            ${sandbox.url}`,
			`Client Account ID   ${clientAccountId}`,
			`Key ID              ${keyId}`,
			`Secret API Key      ${apiKey}`,
			`Webhook Key         ${sandbox.webhookKey}`,
			...Object.entries(OUTCOMES).map(([digits, { meaning }]) => `…${digits}   ${meaning}`),
			...Object.entries(MAGIC_NUMBERS).map(([digits, meaning]) => `…${digits}   ${meaning}`),
		]),
	);
	expect(introduce(sandbox)).toContain(`?key=${sandbox.webhookKey}' --sandbox ${sandbox.url}`);
});
