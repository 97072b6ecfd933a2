import type { JsonObject } from '../reading/json';
import type { EventKind } from './kind';
import { findPayload, takePayload } from './payload';

export type UserFeedbackContent = {
	readonly eventType: 'userFeedback';
	readonly feedback: JsonObject;
};

/** User Feedback and every event of an unknown kind: no page tells their fields, so the payload is passed on. [U] */
export const userFeedback: EventKind = {
	value: 'userFeedback',
	name: 'User Feedback',
	description:
		'Somebody answered a feedback campaign after a call. Events of unknown kinds come here too.',
	isDefault: true,
	matches: () => true,
	read: (event) => ({
		eventType: 'userFeedback',
		feedback: takePayload(event, findPayload(event, /feedback.*payload$/)),
	}),
	isWanted: () => true,
};
