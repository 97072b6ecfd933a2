import { setSendTestStage } from '../support/sendTest';
import type { SendTestStage } from '../support/sendTest';
import { WORD } from '../support/trigger';

const OTHER_WORD = 'another-key-of-16-or-more';
const RIGHT_KEY =
	'The trigger expects the Webhook Key of the credential that is chosen in the Truecaller Trigger; a key of fewer than 16 characters never counts.';

let stage: SendTestStage;
beforeEach(async () => {
	stage = await setSendTestStage();
});
afterEach(async () => await stage.close());

const send: SendTestStage['send'] = (more) => stage.send(more);

const changeCredential = async (credential: Parameters<typeof setSendTestStage>[0]) => {
	await stage.close();
	stage = await setSendTestStage(credential);
};

describe('the key of a test event', () => {
	const inUrl = (key: string) => send({ webhookUrl: `${stage.trigger.url}?key=${key}` });

	it('wins in the URL, then in Webhook Key, then in the credential', async () => {
		expect((await stage.firstRow({ ...inUrl(WORD), webhookKey: OTHER_WORD })).taken).toBe(true);
		expect((await stage.firstRow({ ...inUrl(OTHER_WORD), webhookKey: WORD })).status).toBe(401);
		expect((await stage.firstRow(send({ webhookKey: OTHER_WORD }))).status).toBe(401);
	});

	it.each([
		[
			'in the URL',
			() => inUrl(OTHER_WORD),
			`The key in 'Webhook URL' is wrong. Correct it there, or take it out so that 'Webhook Key' counts. ${RIGHT_KEY}`,
		],
		[
			'in the node',
			() => send({ webhookKey: OTHER_WORD }),
			`'Webhook Key' of this node is wrong. ${RIGHT_KEY}`,
		],
	])('is told apart when it is wrong %s', async (_where, parameters, advice) => {
		expect(await stage.firstRow(parameters())).toMatchObject({
			taken: false,
			status: 401,
			answer: '{"status":"error","message":"The key is missing or wrong"}',
			advice,
		});
		expect(stage.trigger.executions).toEqual([]);
	});

	it('is told apart when the one in the credential is wrong, or there is none', async () => {
		await changeCredential({ webhookSecret: OTHER_WORD });
		expect((await stage.firstRow(send())).advice).toBe(
			`The 'Webhook Key' in the credential of this node is wrong. Choose the credential of the trigger here, or enter its key in 'Webhook Key'. ${RIGHT_KEY}`,
		);
		await changeCredential({ webhookSecret: '' });
		expect((await stage.firstRow(send())).advice).toBe(
			`No key was sent: there is none in 'Webhook URL', in 'Webhook Key', or in the credential of this node. ${RIGHT_KEY}`,
		);
	});

	it('needs no account: a credential that cannot be read is not missed', async () => {
		await changeCredential({
			baseUrl: 'http://truecaller.example.com',
			keyId: '',
			apiKey: '',
		});
		expect((await stage.firstRow(send({ webhookKey: WORD }))).taken).toBe(true);
		stage.engine.credentials.getDecrypted = async () => {
			throw new Error('There is no such credential');
		};
		expect((await stage.firstRow(send({ webhookKey: WORD }))).taken).toBe(true);
		expect(stage.trigger.executions).toHaveLength(2);
	});

	it('is in no output, though the server echoes the address', async () => {
		const address = await stage.serve((request, response) => {
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify({ url: request.url, more: 'x'.repeat(1_000) }));
		});
		const { items, run: whole } = await stage.run(
			send({ webhookUrl: address, webhookKey: OTHER_WORD }),
		);
		expect(items[0]?.json.answer).toHaveLength(500);
		expect(items[0]?.json.answer).toContain('"/?key=…"');
		expect(JSON.stringify(whole.data.resultData.runData.Truecaller)).not.toContain(OTHER_WORD);
	});

	it('is in no output where nobody listens', async () => {
		const address = await stage.serve(() => undefined);
		stage.stopServing();
		const { items, run: whole } = await stage.run(
			send({ webhookUrl: address, webhookKey: OTHER_WORD }),
		);
		expect(items[0]?.json).toMatchObject({ taken: false, status: null, answer: '' });
		expect(items[0]?.json.advice).toMatch(/^n8n cannot reach this address\./);
		expect(JSON.stringify(whole.data.resultData.runData.Truecaller)).not.toContain(OTHER_WORD);
	});

	it('does not follow a redirect to another host', async () => {
		const address = await stage.serve((_request, response) => {
			response.writeHead(307, { Location: stage.trigger.url }).end();
		});
		expect(await stage.firstRow(send({ webhookUrl: address }))).toMatchObject({
			taken: false,
			status: 307,
			advice:
				"The URL leads on to another address, and nothing was sent there. Enter the address that it leads to as 'Webhook URL'.",
		});
		expect(stage.trigger.executions).toEqual([]);
	});
});
