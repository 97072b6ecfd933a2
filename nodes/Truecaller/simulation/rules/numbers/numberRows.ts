import type { WireFeatureSet, WireNumber } from '../../../api/facts/wire';
import type { KnownNumber, NumberState } from './numbers';
import { toWireTime } from '../wireTime';

/** [D3] "listed"; the other words are [I]. Numbers of other accounts are absent. */
const STATUS: Readonly<Record<NumberState, string | undefined>> = {
	listing: 'pending',
	listed: 'listed',
	delisting: 'delisting',
	failed: 'failed',
	ownedByOther: undefined,
	otherPhoneType: undefined,
};

/** Returns true if the list of numbers contains this number. */
export const isShown = ({ state }: KnownNumber, listingRows: 'shown' | 'hidden'): boolean =>
	STATUS[state] !== undefined && (state !== 'listing' || listingRows === 'shown');

export const toNumberRow = (
	known: KnownNumber,
	featureSet: WireFeatureSet,
	labelName: string,
): WireNumber => ({
	phone_number: known.phoneNumber,
	phone_type: 'verified',
	status: STATUS[known.state] ?? '',
	client_account_id: known.clientAccountId,
	created_by_email: 'user@example.com',
	department: featureSet.department_name,
	operation: featureSet.calling_operation_name,
	process: featureSet.process_name ?? '',
	subprocess: featureSet.sub_process_name ?? '',
	feature_set_name: featureSet.name,
	call_me_back: featureSet.call_me_back ? 'enabled' : 'disabled',
	created_at: toWireTime(known.createdAtMs),
	updated_at: toWireTime(known.sinceMs),
	label_name: labelName,
});
