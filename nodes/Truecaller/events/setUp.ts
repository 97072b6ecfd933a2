import { LIMITS } from '../api/limits';
import { readAsWritten } from '../phone/asWritten';
import { readList } from './filters';
import { isZone } from './reading/times';
import { isUsableKey } from './key/verifyKey';

/** What can be wrong with a trigger before it has seen an event. `key` is undefined when none is asked for. */
export type SetUp = {
	readonly key?: string;
	readonly timezone: unknown;
	readonly businessNumbers: unknown;
};

/** What happened and, in short, what to do, because n8n shows a published workflow's fault without the description. */
export type SetUpFault = { readonly message: string; readonly description: string };

const RULE = `at least ${LIMITS.webhookKeyMinLength} characters, only A–Z, a–z, 0–9, - and _`;
const HOW_TO_MAKE =
	'Make a Webhook Key with a password generator whose symbols are switched off. It goes into the Truecaller API credential, and behind ?key= into the URL that you register in the Truecaller console.';

/** Told when the workflow is published, and before it listens for a test event. */
export const findSetUpFault = ({
	key,
	timezone,
	businessNumbers,
}: SetUp): SetUpFault | undefined => {
	if (key === '') {
		const message = `Anybody could send events to this workflow: enter a Webhook Key in the Truecaller API credential (${RULE}), or set Authentication to None`;
		return { message, description: HOW_TO_MAKE };
	}
	if (key !== undefined && !isUsableKey(key)) {
		return {
			message: `The Webhook Key in the Truecaller API credential cannot be used: it needs ${RULE}`,
			description: HOW_TO_MAKE,
		};
	}
	const zone = String(timezone ?? '').trim();
	if (zone !== '' && !isZone(zone)) {
		return {
			message: `Timezone "${zone}" is not the name of a time zone`,
			description:
				'Enter a name such as Asia/Kolkata, or leave Timezone empty to use that of the workflow.',
		};
	}
	const unreadable = readList(businessNumbers).some((entry) => !readAsWritten(entry).ok);
	if (!unreadable) return undefined;
	return {
		message: 'Business Numbers holds something that is no phone number',
		description:
			'Enter phone numbers separated by commas, such as +91 22 6801 2345, or leave Business Numbers empty.',
	};
};
