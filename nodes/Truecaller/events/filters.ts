import { EVENT_KINDS } from './kinds';
import { toPlainName } from './kinds/kind';
import type { EventContent } from './kinds/kind';
import { readList, readTexts } from './reading/lists';

type EventType = EventContent['eventType'];

/** Unchecked parameters: texts, or any value of an expression. */
export type FilterInput = {
	readonly events: unknown;
	readonly featureSets?: unknown;
	readonly businessNumbers?: unknown;
	readonly onlyWanted?: unknown;
};

/** Which events start the workflow. An empty list lets every event pass. */
export type Filters = {
	readonly events: readonly EventType[];
	readonly featureSets: readonly string[];
	readonly businessNumbers: readonly string[];
	readonly onlyWanted: boolean;
};

const toEventTypes = (text: string): EventType[] =>
	EVENT_KINDS.map(({ value }) => value).filter((value) => toPlainName(value) === toPlainName(text));

/** Returns the names of feature sets. A name may contain a comma, so the whole text counts as a name too. */
const readNames = (value: unknown): string[] => {
	const names = readList(value);
	return names.length === 0
		? []
		: [...readTexts(value), ...names].map((name) => name.toLowerCase());
};

export const readFilters = (input: FilterInput): Filters => ({
	events: readList(input.events).flatMap(toEventTypes),
	featureSets: readNames(input.featureSets),
	businessNumbers: readList(input.businessNumbers),
	onlyWanted: input.onlyWanted === true || input.onlyWanted === 'true',
});

/** Returns whether an event starts the workflow. */
export const isWanted = (event: EventContent, filters: Filters): boolean => {
	if (filters.events.length > 0 && !filters.events.includes(event.eventType)) return false;
	return EVENT_KINDS.filter(({ value }) => value === event.eventType).every((kind) =>
		kind.isWanted(event, filters),
	);
};
