import { isJsonObject, readJsonObject } from '../reading/json';
import type { JsonObject } from '../reading/json';
import { ENVELOPE, toPlainName } from './kind';
import type { EventToRead, Payload } from './kind';

/** Returns the fields of a body that hold an object, or an object as JSON text. */
export const payloadsOf = (body: JsonObject): Payload[] =>
	Object.entries(body).flatMap(([name, value]) => {
		const fields = ENVELOPE.includes(name) ? undefined : readJsonObject(value);
		return fields ? [{ names: [name], fields }] : [];
	});

/** Returns all fields of a body outside the envelope as one payload. */
export const flatPayloadOf = (body: JsonObject): Payload => {
	const entries = Object.entries(body).filter(([name]) => !ENVELOPE.includes(name));
	return { names: entries.map(([name]) => name), fields: Object.fromEntries(entries) };
};

/** Returns whether a payload stands under a name of this form. */
export const isCalled = ({ names }: Payload, pattern: RegExp): boolean =>
	names.length === 1 && pattern.test(toPlainName(names[0]));

/** Takes the fields of a payload from the event, so that they do not stand in `extra` too. */
export const takePayload = ({ fields }: EventToRead, { names, fields: content }: Payload) => {
	for (const name of names) fields.take(name, () => true);
	return content;
};

/** Returns the payload of an event whose fields are not published: the one named so, else the first object. */
export const findPayload = ({ payloads, flat }: EventToRead, named: RegExp): Payload => {
	const isObject = ({ names }: Payload) => isJsonObject(flat.fields[names[0] ?? '']);
	const found =
		payloads.find((each) => isCalled(each, named)) ??
		payloads.find((each) => isCalled(each, /payload$/)) ??
		payloads.find(isObject);
	return found ?? flat;
};
