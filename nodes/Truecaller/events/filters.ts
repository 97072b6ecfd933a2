import { readAsWritten } from '../phone/asWritten';
import { readPhoneNumber, toNational } from '../phone/phoneNumber';
import type { CallMeBackEvent, EventType, TruecallerEvent } from './readEvent';

/** The parameters as they are: texts, or whatever an expression yields. */
export type FilterInput = {
	readonly events: unknown;
	readonly featureSets?: unknown;
	readonly businessNumbers?: unknown;
	readonly onlyWanted?: unknown;
};

/** Which events start the workflow. An empty list lets everything through. */
export type Filters = {
	readonly events: readonly EventType[];
	readonly featureSets: readonly string[];
	readonly businessNumbers: readonly string[];
	readonly onlyWanted: boolean;
};

const readTexts = (value: unknown): string[] => {
	const parts: unknown[] = Array.isArray(value) ? value : [value];
	return parts
		.flatMap((part) =>
			typeof part === 'string' || typeof part === 'number' ? [String(part).trim()] : [],
		)
		.filter((text) => text !== '');
};

/** The entries of an array, or of a text with commas, semicolons or lines. */
export const readList = (value: unknown): string[] =>
	readTexts(readTexts(value).flatMap((text) => text.split(/[,;\n]/)));

const toName = (text: string) => text.trim().toLowerCase();
const EVENTS: Readonly<Record<string, EventType>> = {
	callmeback: 'callMeBack',
	userfeedback: 'userFeedback',
};
const toEvents = (text: string): EventType[] => {
	const event = EVENTS[text.toLowerCase().replace(/[^a-z]/g, '')];
	return event ? [event] : [];
};

export const readFilters = ({
	events,
	featureSets,
	businessNumbers,
	onlyWanted,
}: FilterInput): Filters => ({
	events: readList(events).flatMap(toEvents),
	// A name may itself hold a comma: the text as a whole is a candidate too.
	featureSets:
		readList(featureSets).length === 0
			? []
			: [...readTexts(featureSets), ...readList(featureSets)].map(toName),
	businessNumbers: readList(businessNumbers),
	onlyWanted: onlyWanted === true || onlyWanted === 'true',
});

const digitsOf = (text: string): string => {
	const written = readAsWritten(text);
	return written.ok ? written.digits.replace(/\D/g, '') : '';
};

/** So many digits without a country code are enough to know one of your own numbers by. */
const ENOUGH_DIGITS = 7;

/** Whether what a user wrote is the number of the event, which has its country code: theirs may lack it. */
const isSameNumber = (entry: string, digits: string): boolean => {
	const reading = readPhoneNumber(entry);
	const number = readPhoneNumber(`+${digits}`);
	if (reading.ok && number.ok) return reading.number === number.number;
	const written = digitsOf(entry);
	if (number.ok && written === toNational(number.number)) return true;
	const significant = written.replace(/^0+/, '');
	return significant.length >= ENOUGH_DIGITS && digits.endsWith(significant);
};

/** The number as it was read, or as it came. */
const businessDigitsOf = ({ callback }: CallMeBackEvent): string =>
	digitsOf(callback.businessNumber ?? String(callback.extra.business_number ?? ''));

/** Filters on what is in a Call Me Back. The fields of other events are not known, so these pass. */
const isWantedCallback = (
	event: CallMeBackEvent,
	{ featureSets, businessNumbers, onlyWanted }: Filters,
): boolean => {
	if (onlyWanted && !event.callback.wanted) return false;
	if (featureSets.length > 0 && !featureSets.includes(toName(event.callback.featureSet ?? '')))
		return false;
	if (businessNumbers.length === 0) return true;
	const digits = businessDigitsOf(event);
	return businessNumbers.some((entry) => isSameNumber(entry, digits));
};

export const isWanted = (event: TruecallerEvent, filters: Filters): boolean => {
	if (filters.events.length > 0 && !filters.events.includes(event.eventType)) return false;
	return event.eventType !== 'callMeBack' || isWantedCallback(event, filters);
};
