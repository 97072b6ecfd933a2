/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */
import { callMeBack, userFeedback } from '../support/events';
import { setTriggerStage } from '../support/trigger';
import type { TriggerStage } from '../support/trigger';

const SECRET = 'what the workflow knows';
const pause = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));

let trigger: TriggerStage;
beforeEach(async () => {
	trigger = await setTriggerStage({ parameters: { responseMode: 'lastNode' } });
});
afterEach(async () => await trigger.close());

/** A workflow that runs until the test ends it. */
const startRun = () => {
	let end: (items: [] | undefined) => void = () => {};
	let fail = () => {};
	trigger.runBy = async () =>
		await new Promise((resolve, reject) => {
			end = resolve;
			fail = () => reject(new Error(SECRET));
		});
	return { end: (items?: []) => end(items), fail: () => fail() };
};

describe('an event that is answered when the workflow has finished', () => {
	it.each([
		['items', [{ json: { secret: SECRET } }]],
		['no items', []],
	])('is taken when the workflow ended well with %s, which stay in n8n', async (_title, items) => {
		trigger.runBy = async () => await Promise.resolve(items);
		expect(await trigger.deliver(callMeBack())).toEqual({
			status: 200,
			contentType: expect.stringMatching(/^application\/json/),
			body: { status: 'ok' },
		});
	});

	it.each([
		['failed', async () => await Promise.reject(new Error(SECRET))],
		['was lost by n8n', async () => await Promise.resolve(undefined)],
	])('is not taken when the workflow %s, and its repeat runs', async (_title, runBy) => {
		trigger.runBy = runBy;
		expect(await trigger.deliver(callMeBack())).toEqual({
			status: 500,
			contentType: expect.stringMatching(/^application\/json/),
			body: { status: 'error', message: 'The workflow did not finish without an error' },
		});
		trigger.runBy = async () => await Promise.resolve([]);
		expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(2);
	});

	/** However long a busy machine takes to read the event. */
	const untilStarted = async () => {
		while (trigger.executions.length === 0) await pause(5);
	};

	it('is answered no sooner than the workflow has finished', async () => {
		const { end } = startRun();
		let isAnswered = false;
		const answer = trigger.deliver(callMeBack()).finally(() => (isAnswered = true));
		await untilStarted();
		await pause(200);
		expect([isAnswered, trigger.executions.length]).toEqual([false, 1]);
		end([]);
		expect(await answer).toMatchObject({ status: 200 });
	});

	it('starts nothing twice: a repeat waits, and knows how the first ended', async () => {
		const { end } = startRun();
		const first = trigger.deliver(callMeBack());
		await untilStarted();
		const repeat = trigger.deliver(callMeBack());
		await pause(100);
		end([]);
		expect([(await first).status, (await repeat).status]).toEqual([200, 200]);
		expect(trigger.executions).toHaveLength(1);
	});

	it('whose sender gave up while the workflow ran is known as taken when it ended well', async () => {
		const { end } = startRun();
		const giveUp = new AbortController();
		const first = trigger
			.deliver(callMeBack(), { signal: giveUp.signal })
			.catch((error: Error) => error.name);
		await untilStarted();
		giveUp.abort();
		expect(await first).toBe('AbortError');
		end([]);
		await pause(30);
		expect(await trigger.deliver(callMeBack())).toMatchObject({ status: 200 });
		expect(trigger.executions).toHaveLength(1);
	});

	it('that is filtered out is answered at once', async () => {
		await trigger.close();
		trigger = await setTriggerStage({
			parameters: { responseMode: 'lastNode', events: ['callMeBack'] },
		});
		startRun();
		expect(await trigger.deliver(userFeedback)).toMatchObject({
			status: 200,
			body: { status: 'ok' },
		});
		expect(trigger.executions).toHaveLength(0);
	});
});
