import type { WireFeatureSet } from '../../api/facts/wire';
import { DEMO_ACCOUNT, SECOND_ACCOUNT } from './account';

type OrgUnit = {
	readonly department: readonly [id: string, name: string];
	/** The ID of the operation, the ID of the calling operation, and the name. */
	readonly operation: readonly [id: string, callingId: string, name: string];
	readonly process: readonly [id: string, name: string, subProcess: string];
};

/** The IDs of the first unit and the first feature set are those of Truecaller's sample. [D3] */
const DELIVERY: OrgUnit = {
	department: ['8e16b0d3-0953-40d0-9079-2a412363063e', 'Flower Shop'],
	operation: [
		'14349208-1e61-4f88-81c5-2f55dfc755db',
		'690aa251-122e-4cbc-87a8-8d270fffb218',
		'Delivery',
	],
	process: ['318d5ae4-d2ad-4dc6-898a-861347ce279d', 'Last Mile', ''],
};

const madeUpId = (kind: string, number: number): string =>
	`${kind}-0000-4000-8000-${String(number).padStart(12, '0')}`;

const orgUnit = (number: number, names: readonly [string, string, string, string]): OrgUnit => ({
	department: [madeUpId('0d0d0d0d', number), names[0]],
	operation: [madeUpId('0a0a0a0a', number), madeUpId('0b0b0b0b', number), names[1]],
	process: [madeUpId('0c0c0c0c', number), names[2], names[3]],
});

const ONBOARDING = orgUnit(1, ['Acme Bank', 'Onboarding', 'KYC', '']);
const COLLECTIONS = orgUnit(2, ['Acme Bank', 'Collections', 'Reminders', 'First Reminder']);
const CARDS = orgUnit(3, ['Acme Bank', 'Service', 'Cards', '']);
const CLAIMS = orgUnit(4, ['Acme Insurance', 'Service', 'Claims', '']);
const APPOINTMENTS = orgUnit(5, ['Acme Clinic', 'Front Desk', 'Appointments', '']);
const WORKSHOP = orgUnit(6, ['Acme Motors', 'Service', 'Workshop', 'Pick-up']);

const label = (number: number): string => madeUpId('d1d1d1d1', number);

type FeatureSetRow = readonly [
	id: string,
	name: string,
	labelId: string,
	unit: OrgUnit,
	more?: object,
];
const ROWS: readonly FeatureSetRow[] = [
	[
		'069d2e3a-41e6-41f9-a768-157d7e3bd6b9',
		'Fresh Flower Delivery',
		'255297eb-7f13-44f9-967a-f287ff0f5025',
		DELIVERY,
		{ call_me_back: true },
	],
	[madeUpId('f5f5f5f5', 2), 'Acme Bank – KYC', label(3), ONBOARDING],
	[madeUpId('f5f5f5f5', 3), 'Acme Bank – Collections', label(7), COLLECTIONS],
	[madeUpId('f5f5f5f5', 4), 'Acme Bank – Cards', label(4), CARDS, { call_me_back: true }],
	[madeUpId('f5f5f5f5', 5), 'Acme Insurance – Claims', label(8), CLAIMS, { survey: true }],
	[madeUpId('f5f5f5f5', 6), 'Acme Clinic – Appointments', label(10), APPOINTMENTS],
	[madeUpId('f5f5f5f5', 7), 'Acme Motors – Service Centre', label(11), WORKSHOP, { survey: true }],
	[madeUpId('f5f5f5f5', 8), 'Acme Bank – Loans', label(5), ONBOARDING, { status: 'draft' }],
];

const toFeatureSet = (clientAccountId: string, row: FeatureSetRow): WireFeatureSet => {
	const [id, name, labelId, { department, operation, process }, more] = row;
	return {
		id,
		name,
		description: '',
		status: 'published',
		process_id: process[0],
		client_account_id: clientAccountId,
		label_id: labelId,
		call_reason_id: '689f6ce5-c03d-4d96-8af8-c8fb9b52510d',
		video_caller_id: null,
		business_profile_id: null,
		call_me_back: false,
		survey: false,
		department_id: department[0],
		department_name: department[1],
		operation_id: operation[0],
		calling_operation_id: operation[1],
		calling_operation_name: operation[2],
		process_name: process[1],
		sub_process_name: process[2],
		created_at: '2025-07-28T09:25:19.557139Z',
		updated_at: '2025-07-28T09:25:23.644159Z',
		...more,
	};
};

const madeUpFeatureSet = (index: number): WireFeatureSet => {
	const number = String(index + 1).padStart(6, '0');
	const id = `f5f5f5f5-1111-4000-8000-000000${number}`;
	return toFeatureSet(DEMO_ACCOUNT, [id, `Acme Bank – Branch ${number}`, label(4), CARDS]);
};

const DEMO_FEATURE_SETS = ROWS.map((row) => toFeatureSet(DEMO_ACCOUNT, row));

/** Returns as many feature sets as asked for: the built-in 8 first, then invented branches. */
export const demoFeatureSets = (count: number | null): readonly WireFeatureSet[] => {
	const wanted = count ?? DEMO_FEATURE_SETS.length;
	const more = Math.max(0, wanted - DEMO_FEATURE_SETS.length);
	const branches = Array.from({ length: more }, (_, index) =>
		madeUpFeatureSet(DEMO_FEATURE_SETS.length + index),
	);
	return [...DEMO_FEATURE_SETS.slice(0, wanted), ...branches];
};

export const SECOND_ACCOUNT_FEATURE_SETS: readonly WireFeatureSet[] = [
	toFeatureSet(SECOND_ACCOUNT, [
		'e2e2f5f5-0000-4000-8000-000000000001',
		'Rival Courier – Parcels',
		'e2e2e2e2-0000-4000-8000-000000000001',
		orgUnit(9, ['Rival Courier', 'Delivery', 'Parcels', '']),
	]),
];

/** Numbers that are listed from the start. The numbers of all samples are free. */
export const DEMO_NUMBERS: ReadonlyArray<readonly [featureSetId: string, phoneNumbers: string[]]> =
	[
		['069d2e3a-41e6-41f9-a768-157d7e3bd6b9', ['911140000101', '911140000102', '911140000103']],
		[madeUpId('f5f5f5f5', 2), ['911140000201', '911140000202']],
		[madeUpId('f5f5f5f5', 3), ['911140000301']],
		['e2e2f5f5-0000-4000-8000-000000000001', ['911140000901']],
	];
