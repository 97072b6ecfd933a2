import type { JsonObject } from '../reading/json';
import { toPlainName } from './kind';
import type { EventKind } from './kind';
import { findPayload, takePayload } from './payload';

export type PostCallActionContent = {
	readonly eventType: 'postCallAction';
	readonly action: JsonObject;
};

const NAME = /^postcallaction/;

/** The feature is documented [F], its event is not [U]: it is known by its name, and its payload is passed on. */
export const postCallAction: EventKind = {
	value: 'postCallAction',
	name: 'Post-Call Action',
	description:
		'Somebody pressed a button that your call offered afterwards, such as reschedule or cancel',
	isDefault: false,
	matches: ({ type, flat }) =>
		NAME.test(type) || flat.names.some((name) => NAME.test(toPlainName(name))),
	read: (event) => ({
		eventType: 'postCallAction',
		action: takePayload(event, findPayload(event, NAME)),
	}),
	isWanted: () => true,
};
