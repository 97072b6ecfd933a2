import { Workflow, webhookDescriptionIsNativelyResolvable, WorkflowExpression } from 'n8n-workflow';
import type { INodeTypeDescription } from 'n8n-workflow';

import { callMeBack, userFeedback } from '../support/events';
import { WORD, onlyItem, setTriggerStage } from '../support/trigger';
import type { TriggerSetUp, TriggerStage } from '../support/trigger';

const OK = {
	status: 200,
	contentType: expect.stringMatching(/^application\/json/),
	body: { status: 'ok' },
};
const WRONG_KEY = {
	status: 401,
	contentType: expect.stringMatching(/^application\/json/),
	body: { status: 'error', message: 'The key is missing or wrong' },
};
const NO_OBJECT = {
	status: 400,
	contentType: expect.stringMatching(/^application\/json/),
	body: { status: 'error', message: 'The body is no JSON object' },
};

let trigger: TriggerStage;
const setUp = async (by: TriggerSetUp = {}) => (trigger = await setTriggerStage(by));
afterEach(async () => await trigger.close());

describe('the key of the trigger', () => {
	it('lets an event in when it stands in the URL', async () => {
		await setUp();
		expect(await trigger.deliver(callMeBack())).toEqual(OK);
		expect(trigger.executions).toHaveLength(1);
	});

	it('lets an event in when it stands in the header', async () => {
		await setUp();
		expect(
			await trigger.deliver(callMeBack(), { key: null, headers: { 'X-Webhook-Key': WORD } }),
		).toEqual(OK);
		expect(trigger.executions).toHaveLength(1);
	});

	it.each([
		['wrong', 'another-key-of-16-or-more'],
		['missing', null],
		['empty', ''],
		['the beginning of the right one', WORD.slice(0, -1)],
		['in other letters', WORD.toUpperCase()],
	])('is asked for: 401 and no execution when it is %s', async (_title, key) => {
		await setUp();
		expect(await trigger.deliver(callMeBack(), { key })).toEqual(WRONG_KEY);
		expect(
			await trigger.deliver('no JSON', { key, headers: { 'Content-Type': 'text/plain' } }),
		).toEqual(WRONG_KEY);
		expect(trigger.executions).toEqual([]);
		expect(trigger.failures()).toBe(0);
	});

	it.each([
		[`${WORD}&key=${WORD}`, 'The URL has more than one key'],
		[`${WORD}%20`, 'The key has a space before or after it'],
	])('is asked for as it is: %s is refused, with the cause', async (query, message) => {
		await setUp();
		const response = await fetch(`${trigger.url}?key=${query}`, { method: 'POST', body: '{}' });
		expect([response.status, await response.json()]).toEqual([401, { status: 'error', message }]);
		expect(trigger.executions).toEqual([]);
	});

	it.each([
		['empty', ''],
		['too short', 'short'],
	])('shuts the door when the one in the credential is %s', async (_title, key) => {
		await setUp({ key });
		expect(await trigger.deliver(callMeBack(), { key })).toEqual(WRONG_KEY);
		expect(trigger.executions).toEqual([]);
	});

	it('shuts the door when the node has no credential', async () => {
		await setUp({ key: null });
		expect(await trigger.deliver(callMeBack())).toEqual(WRONG_KEY);
		expect(trigger.failures()).toBe(0);
	});

	it('is not asked for without authentication', async () => {
		await setUp({ key: null, parameters: { authentication: 'none' } });
		expect(await trigger.deliver(callMeBack(), { key: null })).toEqual(OK);
		expect(trigger.executions).toHaveLength(1);
	});

	it.each([true, false])('never comes out of the node (simplify: %s)', async (simplify) => {
		await setUp({ parameters: { simplify } });
		await trigger.deliver(callMeBack(), { headers: { 'X-Webhook-Key': WORD } });
		expect(JSON.stringify(trigger.executions)).not.toContain(WORD);
		expect(JSON.stringify(trigger.executions)).not.toContain('headers');
	});
});

describe('what the trigger answers', () => {
	it.each([
		['a list', '[{"event_type":"cmb"}]', 'application/json'],
		['a text', '"cmb"', 'application/json'],
		['a number', '7', 'application/json'],
		['null', 'null', 'application/json'],
		['nothing', '', 'application/json'],
		['broken JSON of no known type', '{"event_id":', 'application/octet-stream'],
		['XML', '<event/>', 'application/octet-stream'],
		['plain text', 'hello', 'text/plain'],
		['a form', 'event_type=cmb', 'application/x-www-form-urlencoded'],
		['a form with parts', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
	])('is 400 to %s, without an execution', async (_title, body, contentType) => {
		await setUp();
		expect(await trigger.deliver(body, { headers: { 'Content-Type': contentType } })).toEqual(
			NO_OBJECT,
		);
		expect(trigger.executions).toEqual([]);
		expect(trigger.failures()).toBe(0);
	});

	it('is left to n8n where JSON is broken: 422, without an execution', async () => {
		await setUp();
		expect(await trigger.deliver('{"event_id":')).toMatchObject({ status: 422 });
		expect(trigger.executions).toEqual([]);
	});

	it.each([
		['text/plain'],
		['application/octet-stream'],
		['application/vnd.truecaller+json; charset=utf-8'],
	])('is 200 to a JSON object that says it is %s', async (contentType) => {
		await setUp();
		expect(
			await trigger.deliver(callMeBack(), { headers: { 'Content-Type': contentType } }),
		).toEqual(OK);
		expect(onlyItem(trigger)).toMatchObject({
			eventType: 'callMeBack',
			callback: { number: '+911234567890' },
		});
	});

	it.each([
		['nothing in it', {}],
		['a type only', { event_type: 'cmb' }],
		['an empty payload', { event_type: 'cmb', cmb_payload: {} }],
		[
			'null everywhere',
			{
				event_id: null,
				event_type: null,
				created_at: null,
				client_account_id: null,
				cmb_payload: null,
			},
		],
		[
			'other types everywhere',
			{ event_id: {}, event_type: 7, created_at: [], client_account_id: true, cmb_payload: 'none' },
		],
		[
			'dummy words',
			{
				event_id: 'test',
				event_type: 'test',
				created_at: 'now',
				cmb_payload: { requested_at: 'now', client_number: 'x' },
			},
		],
	])('is 200 to a test event with %s', async (_title, event) => {
		await setUp();
		expect(await trigger.deliver(event)).toEqual(OK);
		expect(trigger.executions).toHaveLength(1);
	});
});

describe('how n8n sees the trigger', () => {
	let description: INodeTypeDescription;
	beforeEach(async () => void ({ description } = (await setUp()).node));

	it('finds nothing to evaluate for an event, and the answer to leave alone', () => {
		expect(description.version).toBe(2);
		expect(description.webhooks).toHaveLength(1);
		expect(description.webhooks?.every(webhookDescriptionIsNativelyResolvable)).toBe(true);
		expect(description.webhooks?.[0]).toMatchObject({
			name: 'default',
			httpMethod: 'POST',
			responseMode: '={{$parameter["responseMode"] || "onReceived"}}',
			responseData: '',
			path: 'webhook',
		});
	});

	it('listens for the events that everybody has, and offers all', () => {
		const events = description.properties.find(({ name }) => name === 'events');
		expect(events?.default).toEqual(['callMeBack', 'userFeedback']);
		expect(events?.options?.map((option) => 'value' in option && option.value)).toEqual([
			'callMeBack',
			'postCallAction',
			'userFeedback',
		]);
	});

	it.each([
		[['callMeBack', 'userFeedback'], 'Call Me Back, User Feedback'],
		[['postCallAction'], 'Post-Call Action'],
		['userFeedback', 'User Feedback'],
		[['of tomorrow'], 'of tomorrow'],
	])('shows the events %j on the canvas as %s', (events, words) =>
		expect(
			new WorkflowExpression(
				new Workflow({ active: false, nodes: [], connections: {}, nodeTypes: {} as never }),
			).getSimpleParameterValue(
				{ name: 'n', parameters: {} } as never,
				description.subtitle?.replace('$parameter["events"]', JSON.stringify(events)),
				'manual',
				{},
			),
		).toBe(words),
	);

	it('is told how the console is set up, and what keeps Truecaller out', () => {
		const panel = JSON.stringify(description.triggerPanel);
		for (const words of [
			'Manage Webhooks',
			'Create webhook',
			'?key=',
			'five webhooks',
			'Test Webhook',
			'Test URL',
			'localhost',
			'WEBHOOK_URL',
			'production URL',
		])
			expect(panel).toContain(words);
	});

	it('starts with the same event for a User Feedback as for a Call Me Back', async () => {
		await trigger.deliver(userFeedback);
		expect(onlyItem(trigger)).toMatchObject({
			eventType: 'userFeedback',
			event_id: userFeedback.event_id,
		});
	});
});
