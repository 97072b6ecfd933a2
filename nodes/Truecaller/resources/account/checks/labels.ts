import type { WireLabel } from '../../../api/facts/wire';
import { LABEL_TYPE } from '../../../api/facts/words';
import { readWord } from '../../../api/reading/words';
import { count, namesOf, ok, skipped } from '../check';
import type { Finding } from '../check';
import { isOfLogin } from '../readings';
import type { Readings } from '../readings';

const HOW_TO_MAKE_ONE =
	'In the Truecaller console, choose Business Identity → Identity → Caller ID Details → Create a Label, then Dynamic Caller ID.';

export const isStatic = ({ label_type: type }: WireLabel): boolean =>
	readWord(LABEL_TYPE, type) === 'static';

/**
 * Checks that there is a dynamic label. Calls can show only those, and only the Truecaller console
 * can create them.
 */
export const checkLabels = ({ labels }: Readings): Finding => {
	if (!labels.ok) return skipped(isOfLogin(labels.failure) ? 'login' : 'callPersonalisation');
	const dynamic = labels.rows.filter((label) => !isStatic(label));
	const statics = labels.rows.length - dynamic.length;
	const details = {
		dynamic: dynamic.length,
		static: statics,
		names: namesOf(dynamic),
		hasMore: labels.hasMore,
	};
	if (dynamic.length > 0) {
		const atLeast = labels.hasMore ? 'at least ' : '';
		return ok(`This account has ${atLeast}${count(dynamic.length, 'dynamic label')}`, details);
	}
	const message =
		statics > 0
			? `This account has only static labels (${statics}), and a personalised call needs a dynamic one`
			: 'This account has no dynamic label, so a personalised call has no name and logo to show';
	return { result: 'failed', message, advice: HOW_TO_MAKE_ONE, details };
};
