import type { INodePropertyOptions } from 'n8n-workflow';

import { SCENARIO_NAMES } from '../../simulation/events/scenarios';
import type { ScenarioName } from '../../simulation/events/scenarios';

type Choice = INodePropertyOptions & { readonly value: string };

const choice = (value: string, name: string, description: string): Choice => ({
	value,
	name,
	description,
});

const callMeBack = (value: string, name: string, description: string): Choice =>
	choice(value, `Call Me Back: ${name}`, description);

/**
 * Every scenario of the simulation, by its name there. Workflows store the value. Undocumented
 * scenarios are marked as a guess.
 */
const CHOICES: Readonly<Record<ScenarioName, Choice>> = {
	slotPicker: callMeBack('slotPicker', 'Slot Chosen', 'Wants a call in the chosen half hour'),
	noNumber: callMeBack(
		'simProblem',
		'SIM Problem',
		'Wants a call in the chosen half hour; only the number registered with Truecaller is known',
	),
	noSlotPicker: callMeBack('noSlot', 'No Slot', 'Wants a call, at no certain time'),
	noSlotPickerNoNumber: callMeBack(
		'noSlotSimProblem',
		'No Slot, SIM Problem',
		'Wants a call, at no certain time; only the number registered with Truecaller is known',
	),
	notInterested: callMeBack('notInterested', 'Not Interested', 'Wants no call'),
	oldConsole: callMeBack(
		'oldConsole',
		'Old Console',
		'From the old console, with a number group in place of the feature set (a guess)',
	),
	testUrl: callMeBack(
		'testUrl',
		'Test URL of the Console',
		'Half empty, as Test URL in the console may send it (a guess)',
	),
	interestInWords: callMeBack('interestInWords', 'Interest in Words', 'Says "Yes" (a guess)'),
	interestMissing: callMeBack(
		'interestMissing',
		'Interest Missing',
		'Does not say whether a call is wanted (a guess)',
	),
	isoTimes: callMeBack('isoTimes', 'ISO Times', 'Has times as ISO 8601 text (a guess)'),
	noCountryCode: callMeBack(
		'noCountryCode',
		'No Country Code',
		'Has a number without country code (a guess)',
	),
	payloadAsText: callMeBack(
		'payloadAsText',
		'Payload as Text',
		'Has its payload as JSON text (a guess)',
	),
	otherNames: callMeBack(
		'otherNames',
		'Other Names',
		'Is called call_me_back, with its fields under payload (a guess)',
	),
	postCallAction: choice(
		'postCallAction',
		'Post-Call Action',
		'Pressed a button after the call (a guess)',
	),
	userFeedback: choice('userFeedback', 'User Feedback', 'Answered a survey (a guess)'),
	unknownType: choice('unknownType', 'Unknown Type', 'An event of a type that nobody knows'),
};

export const scenarioChoices: INodePropertyOptions[] = Object.values(CHOICES).sort((one, other) =>
	one.name.localeCompare(other.name),
);

/** Returns the scenario of a stored value, or undefined for an unknown value from an expression. */
export const findScenario = (value: string): ScenarioName | undefined =>
	SCENARIO_NAMES.find((scenario) => CHOICES[scenario].value === value);
