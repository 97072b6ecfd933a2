import { LIMITS } from '../api/facts/limits';
import { readAsWritten } from '../phone/asWritten';
import { planOfCountry } from '../phone/numberingPlan';
import { isUsableKey } from './key/verifyKey';
import { readList } from './reading/lists';
import { isZone } from './reading/times';

/** Settings of a trigger that can be wrong before the first event. */
export type SetUp = {
	/** The Webhook Key as it stands in the credential; undefined where none is asked for. */
	readonly key?: string;
	readonly timezone: unknown;
	readonly workflowTimezone: string;
	readonly businessNumbers: unknown;
	readonly defaultCountry: unknown;
};

/** A fault. The message says the cause and, in short, the fix: for a published workflow n8n hides the description. */
export type SetUpFault = { readonly message: string; readonly description: string };

type Check = (setUp: SetUp) => SetUpFault | undefined;

const RULE = `at least ${LIMITS.webhookKeyMinLength} characters, only A–Z, a–z, 0–9, - and _`;
const HOW_TO_MAKE =
	'Make a Webhook Key with a password generator whose symbols are switched off. It goes into the Truecaller API credential, and behind ?key= into the URL that you register in the Truecaller console.';

const findMissingKey: Check = ({ key }) =>
	key === undefined || key.trim() !== ''
		? undefined
		: {
				message: `Anybody could send events to this workflow: enter a Webhook Key in the Truecaller API credential (${RULE}), or set 'Authentication' to None`,
				description: HOW_TO_MAKE,
			};

const findStraySpace: Check = ({ key }) =>
	key === undefined || key === key.trim()
		? undefined
		: {
				message:
					'The Webhook Key in the Truecaller API credential has a space or a line break before or after it: remove it there, and in the URL that you registered',
				description:
					'A space that was copied along is easily registered in the Truecaller console too, and every event would be answered 401.',
			};

const findUnusableKey: Check = ({ key }) =>
	key === undefined || isUsableKey(key)
		? undefined
		: {
				message: `The Webhook Key in the Truecaller API credential cannot be used: it needs ${RULE}`,
				description: HOW_TO_MAKE,
			};

const findUnknownZone: Check = ({ timezone, workflowTimezone }) => {
	const zone = String(timezone ?? '').trim();
	if (zone !== '' && !isZone(zone)) {
		return {
			message: `'Timezone' "${zone}" is not the name of a time zone: write a name such as Asia/Kolkata`,
			description:
				"Enter a name such as Asia/Kolkata, or leave 'Timezone' empty to use the time zone of the workflow.",
		};
	}
	if (zone !== '' || isZone(workflowTimezone)) return undefined;
	return {
		message: `The time zone of this workflow, "${workflowTimezone}", is not the name of a time zone: choose one in the workflow's settings`,
		description:
			"Times and slots would come out in UTC. Choose a Timezone in the settings of the workflow, or add the option 'Timezone' to this node.",
	};
};

const findUnknownCountry: Check = ({ defaultCountry }) => {
	const country = String(defaultCountry ?? '').trim();
	if (country === '' || planOfCountry(country)) return undefined;
	return {
		message: `'Default Country' "${country}" is not a country: write a name or code such as IN`,
		description: 'Enter the name of a country or its two-letter code, such as IN, US or GB.',
	};
};

const findUnreadableNumber: Check = ({ businessNumbers }) =>
	readList(businessNumbers).every((entry) => readAsWritten(entry).ok)
		? undefined
		: {
				message:
					"'Business Numbers' has an entry that is not a phone number: separate numbers with commas",
				description:
					"Enter phone numbers separated by commas, such as +91 22 6801 2345, or leave 'Business Numbers' empty.",
			};

const CHECKS: readonly Check[] = [
	findMissingKey,
	findStraySpace,
	findUnusableKey,
	findUnknownZone,
	findUnknownCountry,
	findUnreadableNumber,
];

/** Returns the first fault that n8n tells when the workflow is published, or before it listens for a test event. */
export const findSetUpFault = (setUp: SetUp): SetUpFault | undefined =>
	CHECKS.map((check) => check(setUp)).find((fault) => fault !== undefined);
