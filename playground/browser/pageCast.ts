import axios from 'axios';
import { DEMO_KEYS } from '../../nodes/Truecaller/simulation/demo/account';

const http = axios.create({ proxy: false, validateStatus: () => true });
const windowMs = 3_600_000;

const label = (number: number) => `d1d1d1d1-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Customers of several businesses, so that the picture has several colours. */
const cast = [
	[
		'918041234567',
		'255297eb-7f13-44f9-967a-f287ff0f5025',
		'Your flowers arrive today by 6 pm',
		'919876543210',
	],
	['918045678900', label(10), 'Dr Menon can see you at 4 instead of 5', '919845077120'],
	['918022334455', label(11), 'Your car is ready to be picked up', '919900181818'],
	['918045678900', label(6), 'Did you just pay 12,400 in Pune?', '919972045678'],
	['918045678900', label(4), 'Your new card is on its way', '919731020001'],
	['918045678900', label(4), 'Your new card is on its way', '919740030002'],
	['918045678900', label(4), 'Your new card is on its way', '919886040004'],
	['918045678900', label(4), 'Your new card is on its way', '919632050003'],
] as const;

/** Personalises a call for each customer, as a workflow would. */
export async function callCast(sandboxUrl: string): Promise<void> {
	const { clientAccountId, keyId, apiKey } = DEMO_KEYS.full;
	const login = { key_id: keyId, api_key: apiKey };
	const { data } = await http.post<{ token: string }>(
		`${sandboxUrl}/clients/${clientAccountId}/token`,
		login,
		{ headers: { 'x-public-access': 'allow' } },
	);
	const headers = { authorization: `Bearer ${data.token}` };
	const startsAt = Date.now();
	for (const [caller_number, label_id, dynamic_call_reason, receiver_number] of cast) {
		const record = {
			caller_number,
			label_id,
			dynamic_call_reason,
			receiver_number,
			starts_at: startsAt,
			ends_at: startsAt + windowMs,
		};
		await http.post(`${sandboxUrl}/v2/clients/${clientAccountId}/dynamic_call_record`, record, {
			headers,
		});
	}
}
