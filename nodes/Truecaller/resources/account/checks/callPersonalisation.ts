import { ok, skipped } from '../check';
import type { Finding } from '../check';
import { isForbidden, isOfLogin } from '../readings';
import type { Readings } from '../readings';

/**
 * Checks access to Call Personalisation by reading the labels, which needs the same access.
 * Personalises no call.
 */
export const checkCallPersonalisation = ({ labels }: Readings): Finding => {
	if (labels.ok) return ok('This API key may use Call Personalisation');
	const { failure, problem } = labels;
	if (isOfLogin(failure)) return skipped('login');
	if (isForbidden(failure))
		return {
			result: 'failed',
			message: 'The login works, but this API key has no access to Call Personalisation',
			advice:
				'In the Truecaller console, under Manage API Keys, give the key that access. If it cannot be chosen there, ask cs@truecaller.com whether your package includes Call Personalisation.',
		};
	return {
		result: 'failed',
		message: `The access to Call Personalisation could not be checked: ${problem.message}`,
		advice: problem.todo,
	};
};
