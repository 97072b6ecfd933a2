import type { IDataObject } from 'n8n-workflow';

import { ACCOUNT_SLUGS } from './reading/answer';
import type { Failure, Words } from './reading/answer';
import { OBSTACLES } from './reading/obstacles';

/** A fault in one parameter. `name` is its display name, and `says` follows it in the sentence. */
export type Fault = {
	readonly field: string;
	readonly name: string;
	readonly says: string;
	readonly todo: string;
};

/**
 * The error message for a user, with `details` that stay in the error item, where a workflow can
 * branch on them. `faults` list the faulty parameters one by one, if there are any.
 */
export type Problem = Words & {
	readonly details: IDataObject;
	readonly faults?: readonly Fault[];
};

/** The result of reading unknown input: a typed value, or the problem with it. */
export type Read<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problem: Problem };

/** Returns a problem: what happened, the fix, and details for a workflow to branch on. */
export const problem = (message: string, todo: string, details: IDataObject = {}): Problem => ({
	message,
	todo,
	details,
});

/** Explanations by slug or by HTTP status; the slug takes precedence. */
const WORDS: Readonly<Record<string, Words>> = {
	'forbidden-error': {
		message: 'Truecaller does not allow this with your API key',
		todo: 'In the Truecaller console, under Manage API Keys, check that the key may use this feature and that it belongs to the Client Account ID of the credential. If it does, ask cs@truecaller.com whether the feature is part of your package.',
	},
	'authorization-error': {
		message: 'Truecaller does not accept the access token, not even a new one',
		todo: 'Open the credential and press Retry. If that fails too, create a new API key in the Truecaller console under Manage API Keys and enter its Key ID and Secret API Key.',
	},
	'404': {
		message: 'Truecaller does not know the address that was called',
		todo: 'Check Base URL and Client Account ID in the credential.',
	},
	'429': {
		message: 'Truecaller asks for fewer calls, and still did after several tries',
		todo: 'Run this again in a minute. If other programs use the same account, they share its limits.',
	},
	redirected: {
		message: 'The Base URL of the credential sends calls on to another address',
		todo: 'Check Base URL in the credential: it has to be the address of the API itself. Nothing was sent to the other address.',
	},
	notSent: {
		message: 'Truecaller could not be reached, so nothing was sent',
		todo: 'Check the network connection of n8n and the Base URL in the credential, then run this again.',
	},
	noAnswer: {
		message: 'Truecaller did not answer in a form that can be read',
		todo: 'Run this again in a minute, and check Base URL in the credential.',
	},
	cancelled: {
		message: 'The execution was stopped before Truecaller answered',
		todo: 'Run the workflow again.',
	},
	serverFault: {
		message: 'Truecaller has a fault of its own at the moment',
		todo: 'Run this again in a few minutes.',
	},
	refused: {
		message: 'Truecaller refused the request',
		todo: 'Read what Truecaller said, correct the input and run this again.',
	},
};

const SAME_AS: Readonly<Record<string, string>> = {
	'401': 'authorization-error',
	'403': 'forbidden-error',
};

const wordsOf = ({ kind, slug, status = 0 }: Failure): Words | undefined => {
	if (kind !== 'answered') return WORDS[kind];
	if (status >= 300 && status < 400) return WORDS.redirected;
	const key =
		slug !== undefined && ACCOUNT_SLUGS.has(slug)
			? slug
			: (SAME_AS[String(status)] ?? String(status));
	return WORDS[key] ?? (status >= 500 ? WORDS.serverFault : WORDS.refused);
};

/**
 * Matches UUIDs and dates, which are kept, then access tokens, then phone numbers in any grouping
 * of digits.
 */
const TELLING =
	/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\d(?!\d))|[a-z\d]{40,}|\+?\d(?:[\s().-]{0,3}\d){6,}/gi;

/**
 * Returns the text without tokens, and with numbers cut to their last four digits. Truecaller may
 * echo what it received.
 */
export const withoutSecrets = (text: string): string =>
	text.replace(
		TELLING,
		(found: string, kept: string | undefined) =>
			kept ?? `…${/[a-z]/i.test(found) ? '' : found.replace(/\D/g, '').slice(-4)}`,
	);

const saidBy = ({ said, slug, status }: Failure): string => {
	if (said === undefined) return '';
	const codes = [slug, status].filter((code) => code !== undefined).join(', ');
	return ` Truecaller said: "${withoutSecrets(said)}"${codes ? ` (${codes})` : ''}`;
};

/** Returns the message for any failed request. It never contains tokens, keys or payloads. */
export const explainFailure = (failure: Failure): Problem => {
	const details: IDataObject = {};
	if (failure.said !== undefined) details.truecallerSaid = failure.said;
	if (failure.field !== undefined) details.field = failure.field;
	if (failure.words) return problem(failure.words.message, failure.words.todo, details);
	const words = failure.obstacle ? OBSTACLES[failure.obstacle] : wordsOf(failure);
	return problem(
		words?.message ?? 'Truecaller refused the request',
		`${words?.todo ?? ''}${saidBy(failure)}`.trim(),
		details,
	);
};
