import { callMeBack } from './callMeBack';
import type { EventContent, EventKind, EventToRead, ReadingSettings } from './kind';
import { postCallAction } from './postCallAction';
import { userFeedback } from './userFeedback';

/** All kinds of events. The form, the filter and the reading of events derive from this list. The last one matches every event. */
export const EVENT_KINDS: readonly EventKind[] = [callMeBack, postCallAction, userFeedback];

const kindOf = (event: EventToRead): EventKind =>
	EVENT_KINDS.find(({ matches }) => matches(event)) ?? userFeedback;

/** Reads what is in an event, as its kind demands. */
export const readContent = (event: EventToRead, settings: ReadingSettings): EventContent =>
	kindOf(event).read(event, settings);
