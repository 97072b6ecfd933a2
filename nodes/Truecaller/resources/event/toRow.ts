import type { IDataObject } from 'n8n-workflow';

import { countOf } from '../../items/counts';
import { advise } from './advise';
import type { Delivery } from './post';
import type { TestEvent } from './readTestEvent';

const MOST_CHARACTERS = 500;

/** Removes the key from an answer, because a server may echo its URL. */
const withoutKey = (text: string, key: string): string =>
	key === '' ? text : text.split(key).join('…').split(encodeURIComponent(key)).join('…');

/** Returns the output row of an event, without the key. */
export const toRow = (event: TestEvent, delivery: Delivery): IDataObject => {
	const answer = 'answer' in delivery ? delivery.answer : undefined;
	const { taken, advice } = advise(delivery, event);
	return {
		taken,
		status: answer?.status ?? null,
		advice,
		answer: withoutKey(answer?.bodyText ?? '', event.address.key).slice(0, MOST_CHARACTERS),
		scenario: event.scenario,
		eventType: event.eventType,
		durationMs: delivery.durationMs,
		eventId: event.eventId,
	};
};

/** Returns one sentence with the number of test events that the trigger accepted. */
export const tellTaken = (rows: readonly IDataObject[]): string | undefined => {
	const taken = rows.filter((row) => row.taken === true).length;
	if (rows.length === 0) return undefined;
	if (taken === rows.length)
		return `${countOf(taken, 'event')} taken. Next: look at the executions of the trigger’s workflow.`;
	return `${taken} of ${countOf(rows.length, 'event')} taken. Next: follow the advice of the others.`;
};
