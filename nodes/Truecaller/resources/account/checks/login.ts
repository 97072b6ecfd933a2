import type { Problem } from '../../../api/problems';
import { NOTHING_TO_DO, ok } from '../check';
import type { Finding } from '../check';
import { isForbidden, isOfLogin } from '../readings';
import type { Reading, Readings } from '../readings';

type Failed = Extract<Reading<unknown>, { readonly ok: false }>;

const toFailed = ({ message, todo }: Problem): Finding => ({
	result: 'failed',
	message,
	advice: todo,
});

/** A warning although the login works: the end of a sentence, and the fix. */
export type Doubt = { readonly says: string; readonly advice: string };

/** Returns true for an answer that proves that Truecaller accepted the access token. */
const showsLogin = (reading: Reading<unknown>): boolean =>
	reading.ok || isForbidden(reading.failure);

/** Returns true for a wrong address, if every request fails this way. */
const isOfAddress = ({ failure: { status = 0 } }: Failed): boolean =>
	status === 404 || status === 405 || (status >= 300 && status < 400);

/** Checks whether key, account and address fit together, and names the faulty one. */
export const checkLogin = (
	{ labels, featureSets, numbers }: Readings,
	doubts: readonly Doubt[],
): Finding => {
	const readings = [labels, featureSets, numbers].flatMap((reading) => reading ?? []);
	const failures = readings.flatMap((reading) => (reading.ok ? [] : [reading]));
	const refused = failures.find(({ failure }) => isOfLogin(failure));
	if (refused) return toFailed(refused.problem);
	if (readings.some(showsLogin)) {
		const message = 'The login works: Client Account ID, Key ID and Secret API Key fit together';
		if (doubts.length === 0) return ok(message);
		return {
			result: 'warning',
			message: `${message}, but ${doubts.map(({ says }) => says).join(', and ')}`,
			advice: doubts.map(({ advice }) => advice).join(' '),
		};
	}
	const [first] = failures;
	if (first && failures.every(isOfAddress)) return toFailed(first.problem);
	return {
		result: 'warning',
		message: 'n8n has an access token, but no answer shows yet that Truecaller accepts it',
		advice: first?.problem.todo ?? NOTHING_TO_DO,
	};
};

/** Returns the finding for a credential that allows no request. */
export const explainNoLogin = toFailed;
