import { callMeBack, userFeedback } from '../support/events';
import { setTriggerStage } from '../support/trigger';
import type { TriggerStage } from '../support/trigger';

let trigger: TriggerStage;
afterEach(async () => await trigger.close());

describe('filters', () => {
	const other = (number: string, more = {}) =>
		callMeBack(
			{ business_number: number, ...more },
			{ event_id: `e${number}${JSON.stringify(more)}` },
		);

	it.each([
		['Call Me Back only', { events: ['callMeBack'] }, [callMeBack(), userFeedback], ['callMeBack']],
		[
			'User Feedback only, as text',
			{ events: 'userFeedback' },
			[callMeBack(), userFeedback],
			['userFeedback'],
		],
		[
			'both, as text',
			{ events: 'callMeBack, userFeedback' },
			[callMeBack(), userFeedback],
			['callMeBack', 'userFeedback'],
		],
		[
			'only wanted',
			{ options: { onlyWanted: true } },
			[other('1', { is_interested: false }), callMeBack(), userFeedback],
			['callMeBack', 'userFeedback'],
		],
		[
			'feature sets',
			{ options: { featureSets: 'support,  fresh FLOWER delivery ' } },
			[other('1', { feature_set: 'Sales' }), callMeBack()],
			['callMeBack'],
		],
		[
			'business numbers',
			{ options: { businessNumbers: '022 6801 2345' } },
			[other('912268012346'), other('912268012345')],
			['callMeBack'],
		],
	])(
		'let through: %s; the rest is answered 200 and starts nothing',
		async (_title, parameters, events, expected) => {
			trigger = await setTriggerStage({ parameters: parameters as never });
			for (const event of events)
				expect(await trigger.deliver(event)).toMatchObject({ status: 200, body: { status: 'ok' } });
			expect(trigger.executions.map(([item]) => item?.json.eventType)).toEqual(expected);
		},
	);
});
