import type { WireCallMeBack, WireCallMeBackEvent } from '../../nodes/Truecaller/api/facts/wire';

/** The vendor's sample of a Call Me Back with a slot. [D3] webhooks/event-types */
export const callMeBack = (
	payload: Partial<WireCallMeBack> = {},
	event: Partial<WireCallMeBackEvent> = {},
): WireCallMeBackEvent => ({
	event_id: '860a7f4c-6545-40f1-85be-3655edde650f',
	client_account_id: '91c173bb-28d8-4030-9722-8663ff9589f3',
	event_type: 'cmb',
	created_at: '1753945760',
	cmb_payload: {
		business_number: '910987654321',
		feature_set: 'Fresh Flower Delivery',
		client_number: '911234567890',
		requested_at: '1753945760',
		requested_date: '2025-08-02',
		requested_slot: 'Saturday',
		preferred_from_time: '1754116200',
		preferred_to_time: '1754118000',
		is_interested: true,
		alternate_number: '',
		cmb_config_name: 'CMBName',
		...payload,
	},
	...event,
});

/** What the payload holds when the SIM did not tell its number. [F] */
export const withoutNumber: Partial<WireCallMeBack> = {
	client_number: 'Phone Number Not Available',
	alternate_number: '919876543210',
};

/** What it holds when no slot could be chosen. [3P] */
export const withoutSlot: Partial<WireCallMeBack> = {
	requested_date: 'NA',
	requested_slot: 'NA',
	preferred_from_time: null,
	preferred_to_time: null,
};

/** Invented: no page tells the names of a User Feedback. */
export const userFeedback = {
	event_id: 'f7c1a1de-52b0-4a6a-9a43-0c3f1f9f0a11',
	client_account_id: '91c173bb-28d8-4030-9722-8663ff9589f3',
	event_type: 'user_feedback',
	created_at: '1753945760',
	user_feedback_payload: {
		client_number: '919876543210',
		answers: [{ question: 'Was the call useful?', answer: 'No' }],
	},
};

/** Invented: no page tells the names of a post-call action. [U] */
export const postCallAction = {
	event_id: '5d0d2c9e-3f0c-4e0a-8d55-6a2a7f6f3b11',
	client_account_id: '91c173bb-28d8-4030-9722-8663ff9589f3',
	event_type: 'post_call_action',
	created_at: '1753945760',
	post_call_action_payload: {
		client_number: '919876543210',
		order_id: 'A-1042',
		button: 'RESCHEDULE',
	},
};
