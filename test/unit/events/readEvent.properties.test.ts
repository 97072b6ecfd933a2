import fc from 'fast-check';

import { isWanted, readFilters } from '../../../nodes/Truecaller/events/filters';
import { isJsonObject, parseJsonObject } from '../../../nodes/Truecaller/events/reading/json';
import type { JsonObject } from '../../../nodes/Truecaller/events/reading/json';
import { EVENT_KINDS } from '../../../nodes/Truecaller/events/kinds';
import { readEvent } from '../../../nodes/Truecaller/events/readEvent';
import { readJsonBody } from '../../../nodes/Truecaller/events/request';
import { callMeBack, postCallAction, userFeedback } from '../../support/events';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const zone = fc.constantFrom('Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'UTC');

/** What may stand in place of a value: any JSON, and what is nearly right. */
const anyValue = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom(
		'',
		'NA',
		'n/a',
		' true ',
		'cmb',
		'1754116200',
		'0',
		'-1',
		'Yes',
		'2025-08-02T12:00:00+05:30',
		'{"is_interested":1}',
		'99999999999999',
		'+91',
		'919876543210',
		'+91 98765-43210',
		'9876',
	),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.string({ unit: 'binary', maxLength: 20 }),
);

/** An event with some of its fields replaced, some removed and some added. */
const mutate = <T extends object>(event: T) =>
	fc
		.tuple(
			fc.dictionary(fc.constantFrom(...Object.keys(event)), anyValue),
			fc.subarray(Object.keys(event), { maxLength: 3 }),
			fc.dictionary(fc.string({ maxLength: 12 }), anyValue, { maxKeys: 3 }),
		)
		.map(([replaced, removed, added]) =>
			Object.fromEntries(
				Object.entries({ ...added, ...event, ...replaced }).filter(
					([name]) => !removed.includes(name),
				),
			),
		);

const mutatedCallMeBack = fc
	.tuple(mutate(callMeBack()), mutate(callMeBack().cmb_payload), fc.boolean())
	.map(([event, payload, keeps]) => (keeps ? { ...event, cmb_payload: payload } : event));
const anyEvent = fc
	.oneof(
		fc.dictionary(
			fc.oneof(
				fc.string(),
				fc.constantFrom(
					'__proto__',
					'constructor',
					'event_type',
					'cmb_payload',
					'payload',
					'is_interested',
				),
			),
			anyValue,
		),
		mutatedCallMeBack,
		mutate(userFeedback),
		mutate(postCallAction),
		fc.jsonValue().map((value) => ({ value })),
	)
	.map((event) => JSON.parse(JSON.stringify(event)) as JsonObject);

/** Every text and number anywhere in a value, by what it looks like as JSON. */
const leavesOf = (value: unknown): string[] =>
	typeof value === 'object' && value !== null
		? Object.values(value).flatMap(leavesOf)
		: [JSON.stringify(value)];

it('Any bytes are read as a JSON object or as none', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(
				fc.uint8Array(),
				fc.jsonValue().map(bytesOf),
				fc.json().map((text) => new TextEncoder().encode(`\ufeff${text}`)),
			),
			async (bytes) => {
				const body = parseJsonObject(bytes);
				expect(body === undefined || isJsonObject(body)).toBe(true);
				expect(
					await readJsonBody({
						headers: { 'content-type': 'text/plain' },
						body: undefined,
						rawBody: bytes,
					}),
				).toEqual(body);
			},
		),
		{ numRuns: 500 },
	);
});

it('Any JSON object is read as an event of one of the kinds, which is JSON again', () => {
	fc.assert(
		fc.property(anyEvent, zone, (body, timezone) => {
			const event = readEvent(body, { timezone, country: 'IN' });
			expect(EVENT_KINDS.map(({ value }) => value)).toContain(event.eventType);
			expect(JSON.parse(JSON.stringify(event))).toEqual(event);
			expect(event.createdAt ?? '2025-01-01T00:00:00+00:00').toMatch(
				/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/,
			);
		}),
		{ numRuns: 1_500 },
	);
});

it('An event that is no Call Me Back loses nothing, whatever is in it', () => {
	fc.assert(
		fc.property(anyEvent, (body) => {
			const event = readEvent(body, { timezone: 'UTC', country: '' });
			fc.pre(event.eventType !== 'callMeBack');
			const found = leavesOf(event);
			// An id that came as a number is handed on as text, a moment as ISO 8601, JSON text as what it holds.
			const isThere = (leaf: string) =>
				found.includes(leaf) || found.includes(JSON.stringify(String(JSON.parse(leaf))));
			const isNothing = (leaf: string) =>
				leaf === 'null' || /^(na|n\/a)?$/i.test(String(JSON.parse(leaf)).trim());
			const isRead = ([name, value]: [string, unknown]) =>
				(name === 'created_at' && event.createdAt !== null) ||
				(typeof value === 'string' && /^\s*["{]/.test(value));
			const others = Object.fromEntries(Object.entries(body).filter((entry) => !isRead(entry)));
			expect(leavesOf(others).filter((leaf) => !isThere(leaf) && !isNothing(leaf))).toEqual([]);
		}),
		{ numRuns: 1_000 },
	);
});

it('A field of a call-back is read or stands in extra, and is never in both', () => {
	const payload = mutate(callMeBack().cmb_payload).map(
		(value) => JSON.parse(JSON.stringify(value)) as JsonObject,
	);
	fc.assert(
		fc.property(payload, zone, (fields, timezone) => {
			const event = readEvent({ ...callMeBack(), cmb_payload: fields }, { timezone, country: '' });
			if (event.eventType !== 'callMeBack') throw new Error('It was read as another event');
			const { callback } = event;
			const known = Object.keys(callMeBack().cmb_payload);
			for (const [name, value] of Object.entries(fields)) {
				if (!known.includes(name)) expect(callback.extra).toHaveProperty([name], value);
				else if (name in callback.extra) expect(callback.extra[name]).toEqual(value);
			}
			expect(Object.keys(callback.extra).filter((name) => !(name in fields))).toEqual([]);
			for (const number of [callback.number, callback.businessNumber])
				expect(number ?? '+911234567').toMatch(/^\+\d{6,15}$/);
			if (callback.slot)
				expect(Date.parse(callback.slot.start)).toBe(Date.parse(callback.slot.startUtc));
			const isNothing = (value: unknown) =>
				/^(null|undefined|na|n\/a|)$/i.test(String(value).trim());
			if (
				callback.wanted === null &&
				fields.is_interested !== null &&
				!isNothing(fields.is_interested)
			)
				expect(callback.extra).toHaveProperty('is_interested', fields.is_interested);
			if (
				callback.requestedSlot === null &&
				typeof fields.requested_slot === 'object' &&
				fields.requested_slot !== null
			)
				expect(callback.extra).toHaveProperty('requested_slot');
		}),
		{ numRuns: 1_000 },
	);
});

it('Any filter decides on any event, and without a filter every event starts the workflow', () => {
	const anyFilter = fc.record({
		events: anyValue,
		featureSets: anyValue,
		businessNumbers: anyValue,
		onlyWanted: anyValue,
	});
	fc.assert(
		fc.property(anyEvent, anyFilter, (body, input) => {
			const event = readEvent(body, { timezone: 'UTC', country: '' });
			expect(typeof isWanted(event, readFilters(input))).toBe('boolean');
			expect(isWanted(event, readFilters({ events: [] }))).toBe(true);
		}),
		{ numRuns: 1_000 },
	);
});
