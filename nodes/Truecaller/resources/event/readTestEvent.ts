import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import { problem } from '../../api/problems';
import type { Read } from '../../api/problems';
import type { Item } from '../../items/item';
import { readPhoneNumber, withoutPlus } from '../../phone/phoneNumber';
import { makeEvent } from '../../simulation/events/makeEvent';
import type { Occasion } from '../../simulation/events/occasion';
import { SCENARIOS } from '../../simulation/events/scenarios';
import type { Sender } from './credentialKey';
import { findScenario } from './scenarioChoices';
import { readWebhookAddress } from './webhookAddress';
import type { WebhookAddress } from './webhookAddress';

/** One event and its address. */
export type TestEvent = {
	readonly address: WebhookAddress;
	readonly scenario: string;
	readonly eventId: string;
	/** True if the user chose the ID, because the trigger may have had it before. */
	readonly mayBeRepeat: boolean;
	readonly eventType: string;
	/** Builds the body when the event is sent, because the body contains the current time. */
	readonly body: (nowMs: number) => IDataObject;
};

const UNKNOWN_SCENARIO = problem(
	'Scenario is none of those that can be sent',
	'Choose a Scenario from the list.',
	{ field: 'scenario' },
);
const NO_DATE = problem(
	"'Slot Start' is not a date and time",
	"Write 'Slot Start' as 2026-11-27T12:00, with or without a time zone, or leave it out.",
	{ field: 'slotStart' },
);

const readOption = (item: Item, name: string): string | undefined =>
	String(item.option(name) ?? '').trim() || undefined;

const readSlotStart = (item: Item): Read<number | undefined> => {
	const text = readOption(item, 'slotStart');
	if (text === undefined) return { ok: true, value: undefined };
	try {
		return { ok: true, value: tryToParseDateTime(text, item.timezone).toMillis() };
	} catch {
		return { ok: false, problem: NO_DATE };
	}
};

/**
 * Returns a number as Truecaller writes it, or unchanged if it is not valid, to test the trigger
 * with it.
 */
const toWireNumber = (text: string | undefined): string | undefined => {
	const reading = text === undefined ? undefined : readPhoneNumber(text);
	return reading?.ok ? withoutPlus(reading.number) : text;
};

/** Reads the event and its address from the parameters of an item. */
export const readTestEvent = (item: Item, sender: Sender): Read<TestEvent> => {
	const given = item.text('webhookKey');
	const address = readWebhookAddress(item.text('webhookUrl'), given, sender.credentialKey);
	if (!address.ok) return address;
	const name = findScenario(item.text('scenario'));
	if (name === undefined) return { ok: false, problem: UNKNOWN_SCENARIO };
	const slotStart = readSlotStart(item);
	if (!slotStart.ok) return slotStart;
	const occasion: Omit<Occasion, 'nowMs'> = {
		clientAccountId: sender.clientAccountId,
		clientNumber: toWireNumber(readOption(item, 'clientNumber')),
		businessNumber: toWireNumber(readOption(item, 'businessNumber')),
		featureSet: readOption(item, 'featureSet'),
		slotStartMs: slotStart.value,
	};
	const scenario = SCENARIOS[name];
	const chosenId = readOption(item, 'eventId');
	const eventId = chosenId ?? randomUUID();
	return {
		ok: true,
		value: {
			address: address.value,
			scenario: item.text('scenario'),
			eventId,
			mayBeRepeat: chosenId !== undefined,
			eventType: scenario.eventType,
			body: (nowMs) => ({ ...makeEvent(scenario, { ...occasion, nowMs }, eventId) }) as IDataObject,
		},
	};
};
