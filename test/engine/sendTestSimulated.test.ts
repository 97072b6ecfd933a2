import { isErrorItem, lastKey, MARK } from '../support/simulation';
import { setSendTestStage } from '../support/sendTest';
import type { SendTestStage } from '../support/sendTest';
import { WORD } from '../support/trigger';

let stage: SendTestStage;
beforeEach(async () => {
	stage = await setSendTestStage();
});
afterEach(async () => await stage.close());

const UNREADABLE = "'Webhook URL' is not an address that can be called";

/** Sends an event for each URL, in the simulation and without a credential. */
const simulate = async (
	urls: string[],
	onError?: 'continueRegularOutput' | 'continueErrorOutput',
) =>
	await stage.run(
		stage.send({
			connectTo: 'simulation',
			webhookUrl: '={{ $json.url }}',
			webhookKey: WORD,
		}),
		{ items: urls.map((url) => ({ url })), withoutCredential: true, onError },
	);

describe('a test event in the simulation', () => {
	it('starts the workflow of a trigger without a credential, and marks every row', async () => {
		const { url } = stage.trigger;
		const { items, error } = await simulate([url, url, url]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.taken)).toEqual([true, true, true]);
		expect(items.map(lastKey)).toEqual([MARK, MARK, MARK]);
		expect(stage.trigger.executions).toHaveLength(3);
	});

	it('stops at an URL that cannot be read, before anything is sent', async () => {
		const { error } = await simulate([stage.trigger.url, 'my trigger', stage.trigger.url]);
		expect(error?.message).toBe(`${UNREADABLE} [item 1]`);
		expect(stage.trigger.executions).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'marks the error item as well with On Error at %s',
		async (onError) => {
			const { url } = stage.trigger;
			const { items, errors } = await simulate([url, 'my trigger', url], onError);
			const all = [...items, ...errors];
			expect(all.filter(isErrorItem).map(({ json }) => json.error)).toEqual([UNREADABLE]);
			expect(all.map(lastKey)).toEqual([MARK, MARK, MARK]);
			expect(stage.trigger.executions).toHaveLength(2);
		},
	);
});
