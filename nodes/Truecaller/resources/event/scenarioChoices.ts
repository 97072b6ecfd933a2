import type { INodePropertyOptions } from 'n8n-workflow';

import { SCENARIOS, SCENARIO_NAMES } from '../../simulation/events/scenarios';
import type { ScenarioName } from '../../simulation/events/scenarios';

/** Every scenario of the model: the value that workflows store, and the name in the form. */
const CHOICES: Readonly<Record<ScenarioName, readonly [value: string, name: string]>> = {
	slotPicker: ['slotPicker', 'Call Me Back: Slot Chosen'],
	noNumber: ['simProblem', 'Call Me Back: SIM Problem'],
	noSlotPicker: ['noSlot', 'Call Me Back: No Slot'],
	noSlotPickerNoNumber: ['noSlotSimProblem', 'Call Me Back: No Slot, SIM Problem'],
	notInterested: ['notInterested', 'Call Me Back: Not Interested'],
	oldConsole: ['oldConsole', 'Call Me Back: Old Console'],
	testUrl: ['testUrl', 'Call Me Back: Test URL of the Console'],
	interestInWords: ['interestInWords', 'Call Me Back: Interest in Words'],
	interestMissing: ['interestMissing', 'Call Me Back: Interest Missing'],
	isoTimes: ['isoTimes', 'Call Me Back: ISO Times'],
	noCountryCode: ['noCountryCode', 'Call Me Back: No Country Code'],
	payloadAsText: ['payloadAsText', 'Call Me Back: Payload as Text'],
	otherNames: ['otherNames', 'Call Me Back: Other Names'],
	postCallAction: ['postCallAction', 'Post-Call Action'],
	userFeedback: ['userFeedback', 'User Feedback'],
	unknownType: ['unknownType', 'Unknown Type'],
};

export const scenarioChoices: INodePropertyOptions[] = SCENARIO_NAMES.map((scenario) => {
	const [value, name] = CHOICES[scenario];
	return { name, value, description: `The customer or the event: ${SCENARIOS[scenario].meaning}` };
}).sort((one, other) => one.name.localeCompare(other.name));

/** Finds the scenario of a stored value, or undefined for a value that an expression made up. */
export const findScenario = (value: string): ScenarioName | undefined =>
	SCENARIO_NAMES.find((scenario) => CHOICES[scenario][0] === value);
