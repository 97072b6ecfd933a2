import type { IDataObject } from 'n8n-workflow';

import { advise } from './advise';
import type { Delivery } from './post';
import type { TestEvent } from './readTestEvent';

const MOST_CHARACTERS = 500;

/** Takes the key out of an answer: a server may echo the URL that it was called by. */
const withoutKey = (text: string, key: string): string =>
	key === '' ? text : text.split(key).join('…').split(encodeURIComponent(key)).join('…');

/** Makes the output of an event. The key is in none of it. */
export const toRow = (event: TestEvent, delivery: Delivery): IDataObject => {
	const answer = 'answer' in delivery ? delivery.answer : undefined;
	const { taken, advice } = advise(delivery, event);
	return {
		eventId: event.eventId,
		eventType: event.eventType,
		scenario: event.scenario,
		taken,
		status: answer?.status ?? null,
		answer: withoutKey(answer?.bodyText ?? '', event.address.key).slice(0, MOST_CHARACTERS),
		durationMs: delivery.durationMs,
		advice,
	};
};
