import type { WireCallMeBack } from '../../api/facts/wire';
import { isOneOfNumbers } from '../businessNumbers';
import type { Filters } from '../filters';
import { readText } from '../reading/fieldReader';
import { readCallback } from './callback';
import type { Callback } from './callback';
import type { EventKind, EventToRead, Payload } from './kind';
import { isCalled, takePayload } from './payload';

export type CallMeBackContent = {
	readonly eventType: 'callMeBack';
	readonly callback: Callback;
};

/** Names of a Call Me Back: `cmb` is Truecaller's [D3], the others are those of users' own events. */
const NAMES = ['cmb', 'callmeback'];

type Name = keyof WireCallMeBack;
/** Fields that only a Call Me Back has. A survey may have a number too. */
const TELLTALES: readonly Name[] = ['is_interested', 'preferred_from_time'];
const OTHERS: readonly Name[] = [
	'business_number',
	'feature_set',
	'client_number',
	'requested_at',
	'requested_date',
	'requested_slot',
	'preferred_to_time',
	'alternate_number',
	'cmb_config_name',
];

const countOf = ({ fields }: Payload, names: readonly Name[]): number =>
	names.filter((name) => Object.hasOwn(fields, name)).length;

const rankOf = (payload: Payload): number =>
	countOf(payload, TELLTALES) * OTHERS.length + countOf(payload, OTHERS);

/** Returns the payload that looks most like a Call Me Back, or undefined where none has a field of it. */
const choosePayload = ({ payloads, flat }: EventToRead): Payload | undefined => {
	const named = payloads.find((each) => isCalled(each, /^cmbpayload$/));
	const candidates = [...(named ? [named] : []), ...payloads, flat];
	const [best] = candidates.sort((one, other) => rankOf(other) - rankOf(one));
	return best && rankOf(best) > 0 ? best : named;
};

/** Returns an event without a readable payload, such as one of the old console, whose fields are not known. [U] */
const objectsOf = ({ payloads }: EventToRead) =>
	Object.fromEntries(payloads.map(({ names, fields }) => [names[0] ?? '', fields]));

/** Applies the filters to a call-back. One that does not say whether it is wanted passes, because it may be a lead. */
const isWantedCallback = (
	callback: Callback,
	{ featureSets, businessNumbers, onlyWanted }: Filters,
): boolean => {
	if (onlyWanted && callback.wanted === false) return false;
	const featureSet = (callback.featureSet ?? '').trim().toLowerCase();
	if (featureSets.length > 0 && !featureSets.includes(featureSet)) return false;
	// The number as read, else as sent.
	const number = callback.businessNumber ?? readText(callback.extra.business_number ?? null) ?? '';
	return businessNumbers.length === 0 || isOneOfNumbers(number, businessNumbers);
};

export const callMeBack: EventKind = {
	value: 'callMeBack',
	name: 'Call Me Back',
	description: 'Somebody you called was asked whether to be called back, and answered',
	isDefault: true,
	matches: ({ type, payloads, flat }) =>
		NAMES.includes(type) || [...payloads, flat].some((each) => countOf(each, TELLTALES) > 0),
	read: (event, settings) => {
		const payload = choosePayload(event);
		const callback = payload
			? readCallback(takePayload(event, payload), settings)
			: { ...readCallback({}, settings), extra: objectsOf(event) };
		return { eventType: 'callMeBack', callback };
	},
	isWanted: (content, filters) =>
		content.eventType !== 'callMeBack' || isWantedCallback(content.callback, filters),
};
