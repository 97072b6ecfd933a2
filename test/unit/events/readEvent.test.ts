import type { JsonObject } from '../../../nodes/Truecaller/events/reading/json';
import { readEvent } from '../../../nodes/Truecaller/events/readEvent';
import { callMeBack, postCallAction } from '../../support/events';

const read = (body: JsonObject) => readEvent(body, { timezone: 'Asia/Kolkata', country: '' });

describe('an event', () => {
	it.each([
		['cmb'],
		['CMB'],
		[' cmb '],
		['call_me_back'],
		['Call Me Back'],
		['CALL-ME-BACK'],
		['callMeBack'],
	])('of type %p is a Call Me Back', (event_type) =>
		expect(read({ event_type, payload: {} }).eventType).toBe('callMeBack'),
	);
	it.each([['user_feedback'], ['cmb2'], [''], [null], [7], [['cmb']], [{}]])(
		'of type %p is another, whatever number it tells',
		(event_type) => {
			const { client_number } = callMeBack().cmb_payload;
			expect(read({ event_type, cmb_payload: { client_number } }).eventType).toBe('userFeedback');
		},
	);

	it('loses nothing that cannot be read', () => {
		expect(
			read({
				event_id: { a: 1 },
				created_at: 'yesterday',
				client_account_id: ['x'],
				event_type: 'x',
				y_payload: { b: 2 },
				z: { c: 3 },
			}),
		).toMatchObject({
			event_id: null,
			createdAt: null,
			clientAccountId: null,
			feedback: { b: 2 },
			extra: { event_id: { a: 1 }, created_at: 'yesterday', client_account_id: ['x'], z: { c: 3 } },
		});
	});

	it('with a payload of any name has it under feedback; without any, its fields', () => {
		expect(read({ event_type: 'x', survey: { a: 1 }, list: [1] })).toMatchObject({
			feedback: { a: 1 },
			extra: { list: [1] },
		});
		expect(read({ event_type: 'x', survey: { a: 1 }, x_payload: { b: 2 } })).toMatchObject({
			feedback: { b: 2 },
			extra: { survey: { a: 1 } },
		});
		expect(read({ event_type: 'x', rating: 5, created_at: 'yesterday' })).toMatchObject({
			feedback: { rating: 5 },
			extra: { created_at: 'yesterday' },
		});
	});
});

describe('a Call Me Back', () => {
	const sample = callMeBack();
	const { cmb_payload: payload, ...envelope } = sample;
	const expected = read(sample);

	it.each<[string, JsonObject]>([
		['by its name, under payload', { ...envelope, event_type: 'call_me_back', payload }],
		['under any name', { ...envelope, whatever: payload }],
		['not nested at all', { ...envelope, ...payload }],
		['with its payload as JSON text', { ...envelope, cmb_payload: JSON.stringify(payload) }],
		[
			'with its payload as JSON text in a JSON text',
			{ ...envelope, cmb_payload: JSON.stringify(JSON.stringify(payload)) },
		],
		['by what only it has', { ...envelope, event_type: 'lead.created', data: payload }],
		[
			'by what only it has, as JSON text',
			{ ...envelope, event_type: null, data: JSON.stringify(payload) },
		],
	])('is read %s', (_title, body) => {
		expect(read(body)).toEqual({
			...expected,
			truecallerEventType: body.event_type,
		});
	});

	it.each([['is_interested'], ['preferred_from_time']])('is known by %s alone', (name) =>
		expect(read({ event_type: 'survey', survey: { [name]: null } }).eventType).toBe('callMeBack'),
	);

	it('is read from the object that looks most like one, and the others are kept', () => {
		const event = read({
			...envelope,
			meta: { client_number: '1' },
			cmb_payload: {},
			data: payload,
		});
		expect(event).toMatchObject({
			callback: { number: '+911234567890', wanted: true },
			extra: { meta: { client_number: '1' }, cmb_payload: {} },
		});
	});

	it('without a readable payload says nothing of what is wanted', () => {
		expect(read({ event_type: 'cmb', cmb_payload: 'broken {', group: { a: 1 } })).toMatchObject({
			callback: { wanted: null, number: null, slot: null, extra: { group: { a: 1 } } },
			extra: { cmb_payload: 'broken {' },
		});
	});
});

describe('a post-call action', () => {
	const { post_call_action_payload: payload } = postCallAction;

	it('is passed on whole', () =>
		expect(read(postCallAction)).toMatchObject({
			event_id: postCallAction.event_id,
			eventType: 'postCallAction',
			truecallerEventType: 'post_call_action',
			action: payload,
			extra: {},
		}));

	it.each<[string, JsonObject]>([
		['by its name', { event_type: 'POST_CALL_ACTION_CLICKED', details: payload }],
		['by the name of its payload', { event_type: 'action', post_call_action: payload }],
		['as JSON text', { event_type: 'x', post_call_action_payload: JSON.stringify(payload) }],
		['not nested at all', { event_type: 'post-call-action', ...payload }],
	])('is known %s', (_title, body) =>
		expect(read(body)).toMatchObject({ eventType: 'postCallAction', action: payload, extra: {} }),
	);

	it('of a single word is not lost', () =>
		expect(read({ event_type: 'x', post_call_action: 'cancel', order: 7 })).toMatchObject({
			eventType: 'postCallAction',
			action: { post_call_action: 'cancel', order: 7 },
		}));
});
