import type { WireLabel } from '../../api/facts/wire';

/** The features that a key may use; the Truecaller console sets an access level per feature. [S] */
export type Feature = 'callPersonalisation' | 'numberManagement';

export type DemoKey = {
	readonly clientAccountId: string;
	readonly keyId: string;
	readonly apiKey: string;
	readonly features: readonly Feature[];
};

/** The account ID of every sample in Truecaller's documentation. [D3] */
export const DEMO_ACCOUNT = '91c173bb-28d8-4030-9722-8663ff9589f3';
export const SECOND_ACCOUNT = '22222222-2222-4222-8222-222222222222';

const demoKey = (
	clientAccountId: string,
	keyId: string,
	apiKey: string,
	features: readonly Feature[],
): DemoKey => ({ clientAccountId, keyId, apiKey, features });

/** Constant and obviously invented, so that they cannot be mistaken for real keys. */
export const DEMO_KEYS = {
	full: demoKey(
		DEMO_ACCOUNT,
		'11111111-1111-4111-8111-111111111111',
		'aaaaaaaa-1111-4111-8111-111111111111',
		['callPersonalisation', 'numberManagement'],
	),
	withoutCallPersonalisation: demoKey(
		DEMO_ACCOUNT,
		'33333333-3333-4333-8333-333333333333',
		'aaaaaaaa-3333-4333-8333-333333333333',
		['numberManagement'],
	),
	withoutNumberManagement: demoKey(
		DEMO_ACCOUNT,
		'55555555-5555-4555-8555-555555555555',
		'aaaaaaaa-5555-4555-8555-555555555555',
		['callPersonalisation'],
	),
	secondAccount: demoKey(
		SECOND_ACCOUNT,
		'44444444-4444-4444-8444-444444444444',
		'aaaaaaaa-4444-4444-8444-444444444444',
		['callPersonalisation', 'numberManagement'],
	),
} as const;

export type DemoKeys = typeof DEMO_KEYS;

/**
 * A static label of the demo account: refused in calls, and absent from the list of dynamic labels.
 * [S]
 */
export const STATIC_LABEL_ID = '5a5a5a5a-0000-4000-8000-000000000001';

/** The first two IDs are those of Truecaller's samples, so that the samples work unchanged. [D3] */
const NAMES_BY_ID: ReadonlyArray<readonly [id: string, name: string]> = [
	['255297eb-7f13-44f9-967a-f287ff0f5025', 'FlowerEra Delivery'],
	['c6d86658-008d-4c08-98fb-2bf2649d59a5', 'Flower rasm'],
	['d1d1d1d1-0000-4000-8000-000000000003', 'Acme Bank – KYC'],
	['d1d1d1d1-0000-4000-8000-000000000004', 'Acme Bank – Cards'],
	['d1d1d1d1-0000-4000-8000-000000000005', 'Acme Bank – Loans'],
	['d1d1d1d1-0000-4000-8000-000000000006', 'Acme Bank – Fraud Desk'],
	['d1d1d1d1-0000-4000-8000-000000000007', 'Acme Bank – Collections'],
	['d1d1d1d1-0000-4000-8000-000000000008', 'Acme Insurance – Claims'],
	['d1d1d1d1-0000-4000-8000-000000000009', 'Acme Insurance – Renewals'],
	['d1d1d1d1-0000-4000-8000-000000000010', 'Acme Clinic – Appointments'],
	['d1d1d1d1-0000-4000-8000-000000000011', 'Acme Motors – Service Centre'],
	['d1d1d1d1-0000-4000-8000-000000000012', 'एक्मे बैंक – ग्राहक सेवा'],
];

const toLabel = (id: string, name: string): WireLabel => ({
	id,
	name,
	logo_url: `https://example.com/logos/${id}.png`,
	category: 10,
	sub_category: 142,
	created_by_email: 'user@example.com',
	created_at: '2025-07-07T06:53:55.402122Z',
	label_type: 'dynamic',
});

const DEMO_LABELS: readonly WireLabel[] = NAMES_BY_ID.map(([id, name]) => toLabel(id, name));

const madeUpLabel = (index: number): WireLabel => {
	const number = String(index + 1).padStart(6, '0');
	return toLabel(`d1d1d1d1-1111-4000-8000-000000${number}`, `Acme Bank – Branch ${number}`);
};

/** Returns as many labels as asked for: the built-in 12 first, then invented branches. */
export const demoLabels = (count: number | null): readonly WireLabel[] => {
	const wanted = count ?? DEMO_LABELS.length;
	const more = Math.max(0, wanted - DEMO_LABELS.length);
	const branches = Array.from({ length: more }, (_, index) =>
		madeUpLabel(DEMO_LABELS.length + index),
	);
	return [...DEMO_LABELS.slice(0, wanted), ...branches];
};

/** The only label of the second account. A call of the first account with this label is refused. */
export const SECOND_ACCOUNT_LABELS: readonly WireLabel[] = [
	toLabel('e2e2e2e2-0000-4000-8000-000000000001', 'Rival Courier'),
];
