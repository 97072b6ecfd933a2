/**
 * Requests and answers exactly as Truecaller sends and receives them: names, nesting and types.
 * Types only. They are aliases because interfaces do not fit n8n's `IDataObject`.
 */

/** POST …/token, body. [D3][D4] generate-access-token */
export type WireLogin = { key_id: string; api_key: string };

/** POST …/token, answer. `created_at` is ISO 8601 UTC; there is no `expires_in`. [D3][D4] */
export type WireToken = { token: string; created_at: string };

/** GET …/labels answers a bare array of these. [D1][D3][D4] details-of-dynamic-label */
export type WireLabel = {
	id: string;
	name: string;
	logo_url?: string;
	category?: number;
	sub_category?: number;
	created_by_email?: string;
	created_at?: string;
	updated_at?: string;
	deleted_at?: string | null;
	label_type?: string;
	client_account_id?: string;
};

/** One caller–receiver pair, v2 and v3 names; times are epoch milliseconds. [S][D3][D4] */
export type WireCallRecord = {
	caller_number: string;
	receiver_number: string;
	starts_at: number;
	ends_at: number;
	label_id?: string;
	dynamic_label_name?: string;
	dynamic_call_reason?: string;
};

/**
 * The result of one record. `field` names the field at fault. [S][D3][D4]
 * call-personalisation-real-time-v2
 */
export type WireStatusInfo = { status: string; message?: string; field?: string };

/** Error envelope E1: token, labels, number management, and every 401. [D3] */
export type WireSlugError = { slug: string; message: string };

/**
 * Answer to a batch. One sample of [D2] is not a UUID, so the ID is used unchanged. [D3]
 * call-personalisation-batch-v2
 */
export type WireBatchAccepted = { batch_id: string };

/**
 * A record with the field names of v1, which v2 had at first, too. [D1][D3]
 * post-call-personalisation, [D2a]
 */
export type WireCallRecordV1 = {
	caller: string;
	receiver: string;
	starts_at: number;
	ends_at: number;
	label_id?: string;
	label_name?: string;
	call_reason?: string;
};

/**
 * Answer of v1 to one record and to many. The ID of the batch is only in the text: "Records
 * Uploaded Successfully. BatchID: <uuid>". [D3] deprecated
 */
export type WireUploadedV1 = { status: string; message: string };

/** [D3] number-details; it is not known whether feature sets have it, too. */
export type WirePagination = { total_page_count: number };

/**
 * A feature set. `status`: the documentation prints only "draft". The last four fields come from a
 * summary of the page, not from the page. [D3] feature-set-id
 */
export type WireFeatureSet = {
	id: string;
	name: string;
	description: string;
	status: string;
	process_id: string;
	client_account_id: string;
	label_id: string;
	call_reason_id: string;
	video_caller_id: string | null;
	business_profile_id: string | null;
	/** A boolean here, but text in `WireNumber`. */
	call_me_back: boolean;
	/** True if User Feedback is on. */
	survey: boolean;
	department_id: string;
	department_name: string;
	operation_id: string;
	calling_operation_id: string;
	calling_operation_name: string;
	process_name?: string;
	sub_process_name?: string;
	created_at?: string;
	updated_at?: string;
};

/** GET …/number_management/feature_sets, answer. [D3] feature-set-id */
export type WireFeatureSets = {
	feature_sets: WireFeatureSet[];
	pagination_information?: WirePagination;
};

/**
 * A number of the account, as digits without `+`. It has the name of its feature set, not the ID.
 * `status`: the documentation prints only "listed". [D3] number-details
 */
export type WireNumber = {
	phone_number: string;
	phone_type: string;
	status: string;
	client_account_id: string;
	created_by_email: string;
	department: string;
	operation: string;
	process: string;
	subprocess: string;
	feature_set_name: string;
	/** The documentation prints "enabled"; "disabled" is inferred. */
	call_me_back: string;
	created_at: string;
	updated_at: string;
	label_name: string;
};

/** GET …/number_management/numbers, answer. [D3] number-details */
export type WireNumbers = { numbers: WireNumber[]; pagination_information?: WirePagination };

/**
 * The lists in the answer to a publish or delist. The documentation defines none of the names, and
 * any list may be absent.
 */
export type WireNumberBuckets = {
	new_numbers?: string[];
	existing_numbers?: string[];
	processing_numbers?: string[];
	other_feature_set_numbers?: string[];
	others_numbers?: string[];
	other_phonetype_numbers?: string[];
	invalid_numbers?: string[];
	/** Publish only: the next three lists. */
	migrated_numbers?: string[];
	updated_numbers?: string[];
	delisted_numbers?: string[];
};

/** Answer of publish and delist; `status` is "pending" or "failed". [D3][D4] list-number, [D3] delist-number */
export type WireNumbersAnswer = WireNumberBuckets & {
	client_account_id: string;
	/** Publish only. */
	created_by_email?: string;
	/** "verified" for publish, "" for delist. */
	phone_type: string;
	status: string;
};

/**
 * Fields of every webhook event; times are epoch seconds as text. User Feedback has the same
 * envelope, with an undocumented `event_type` and payload. [D3] webhooks/event-types
 */
export type WireEvent = {
	event_id: string;
	client_account_id: string;
	event_type: string;
	created_at: string;
};

/** Call Me Back: `event_type` is "cmb". [D3] webhooks/event-types */
export type WireCallMeBackEvent = WireEvent & { cmb_payload: WireCallMeBack };

/**
 * Payload of a Call Me Back event from an account that uses feature sets; numbers are digits
 * without `+`. [D3], "NA" and null [3P]
 */
export type WireCallMeBack = {
	business_number: string;
	/** Name of the feature set, not its ID. */
	feature_set: string;
	/**
	 * A number, or a text such as "Phone Number Not Available" if the SIM does not reveal it. [D3][F]
	 */
	client_number: string;
	requested_at: string;
	/** YYYY-MM-DD, or "NA" if no time slot could be chosen. */
	requested_date: string;
	/** A weekday, or "NA" if no time slot could be chosen. */
	requested_slot: string;
	/** The time slot of 30 minutes; null if none could be chosen. */
	preferred_from_time: string | null;
	preferred_to_time: string | null;
	/** False if the person does not want a call. */
	is_interested: boolean;
	/** May be "". */
	alternate_number: string;
	cmb_config_name: string;
};
