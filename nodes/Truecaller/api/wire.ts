/**
 * What travels between us and Truecaller, as it travels: names, nesting and types of the wire.
 * Types only. Aliases and not interfaces, because an alias fits n8n's `IDataObject`.
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

/** The verdict on a record. `field` names the key at fault. [S][D3][D4] call-personalisation-real-time-v2 */
export type WireStatusInfo = { status: string; message?: string; field?: string };

/** The answer to a real-time call, and the error envelope E2 of API v2. [S][D3][D4] */
export type WireStatusEnvelope = { status_info: WireStatusInfo };

/** The error envelope E1: token, labels, number management, and 401s everywhere. [D3] */
export type WireSlugError = { slug: string; message: string };
