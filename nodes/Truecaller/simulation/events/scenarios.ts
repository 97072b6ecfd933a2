import type { Fields } from '../rules/shape';
import { callMeBack, callMeBackOfOldConsole, callerOf, customerOf } from './callMeBack';
import type { Occasion } from './occasion';
import {
	callMeBackInWords,
	callMeBackUndecided,
	callMeBackWithIsoTimes,
	callMeBackWithoutCode,
	postCallAction,
} from './otherShapes';

/** An event that can be delivered by the name of its scenario. */
export type Scenario = {
	/** Which webhooks receive it; an unknown event type goes to all of them [I]. */
	readonly sentTo: 'cmb' | 'userFeedback' | 'all';
	readonly eventType: string;
	readonly payloadName: string;
	readonly payload: (occasion: Occasion) => Fields;
	/** True if the payload is JSON text inside the JSON. */
	readonly isEncodedTwice?: boolean;
	readonly meaning: string;
};

const callMeBackWith = (payload: Scenario['payload'], meaning: string): Scenario => ({
	sentTo: 'cmb',
	eventType: 'cmb',
	payloadName: 'cmb_payload',
	payload,
	meaning,
});

/** [U] §7.9 for every name: only the envelope of User Feedback is documented. */
const feedback = (occasion: Occasion): Fields => ({
	...callerOf(occasion),
	client_number: customerOf(occasion),
	survey_name: 'Delivery Feedback',
	answers: [{ question: 'Did your flowers arrive on time?', answer: 'Yes' }],
});

/** §7.7: scenario 1 [D3], 2 [D3][F], 3 [3P], 4 [I], 5 [3P] with times as in 3 [I]; the others are [U]. */
export const SCENARIOS = {
	slotPicker: callMeBackWith(
		callMeBack,
		'asks to be called back tomorrow from 12:00 to 12:30 in India',
	),
	noNumber: callMeBackWith(
		(occasion) => callMeBack(occasion, { number: false }),
		'asks for that slot; the SIM tells no number, so only the alternate one is known',
	),
	noSlotPicker: callMeBackWith(
		(occasion) => callMeBack(occasion, { slot: false }),
		'asks to be called back at any time',
	),
	noSlotPickerNoNumber: callMeBackWith(
		(occasion) => callMeBack(occasion, { slot: false, number: false }),
		'asks to be called back at any time; only the alternate number is known',
	),
	notInterested: callMeBackWith(
		(occasion) => callMeBack(occasion, { slot: false, interested: false }),
		'declines to be called back',
	),
	oldConsole: callMeBackWith(
		callMeBackOfOldConsole,
		'comes from the old console, with a number group for the feature set (a guess)',
	),
	testUrl: callMeBackWith(
		({ clientNumber = '911234567890' }) => ({ client_number: clientNumber, is_interested: true }),
		'is half empty, as "Test URL" of the console may send it (a guess)',
	),
	interestInWords: callMeBackWith(callMeBackInWords, 'says "Yes" for true (a guess)'),
	interestMissing: callMeBackWith(
		callMeBackUndecided,
		'does not say whether a call back is wanted (a guess)',
	),
	isoTimes: callMeBackWith(callMeBackWithIsoTimes, 'writes times as ISO 8601 text (a guess)'),
	noCountryCode: callMeBackWith(
		callMeBackWithoutCode,
		'has a number without country code (a guess)',
	),
	payloadAsText: {
		...callMeBackWith(callMeBack, 'has its payload as JSON text (a guess)'),
		isEncodedTwice: true,
	},
	otherNames: {
		...callMeBackWith(
			callMeBack,
			'is called call_me_back, with its fields under payload (a guess)',
		),
		eventType: 'call_me_back',
		payloadName: 'payload',
	},
	postCallAction: {
		sentTo: 'all',
		eventType: 'post_call_action',
		payloadName: 'post_call_action_payload',
		payload: postCallAction,
		meaning: 'tells of a button pressed after the call (type, names and fields are guesses)',
	},
	userFeedback: {
		sentTo: 'userFeedback',
		// [3P] weak: one digest assumes this value.
		eventType: 'user_feedback',
		payloadName: 'user_feedback_payload',
		payload: feedback,
		meaning: 'answers a survey (type, names and fields are guesses)',
	},
	unknownType: {
		sentTo: 'all',
		eventType: 'call_summary',
		payloadName: 'call_summary_payload',
		payload: (occasion) => ({ ...callerOf(occasion), seconds: 42 }),
		meaning: 'has a type that the node does not know',
	},
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;

export const isScenarioName = (name: string): name is ScenarioName =>
	Object.hasOwn(SCENARIOS, name);

export const SCENARIO_NAMES: readonly ScenarioName[] =
	Object.keys(SCENARIOS).filter(isScenarioName);
