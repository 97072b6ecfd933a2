import type { Failure } from '../../../nodes/Truecaller/api/reading/answer';
import { explainFailure } from '../../../nodes/Truecaller/api/problems';

const answered = (status: number, more: Partial<Failure> = {}): Failure => ({
	kind: 'answered',
	status,
	...more,
});

describe('the words of a failure say what happened and what to do', () => {
	it.each<readonly [string, Failure, string, string]>([
		[
			'a key without the access',
			answered(403, {
				slug: 'forbidden-error',
				said: 'not authorized. please contact your admin.',
			}),
			'Truecaller does not allow this with your API key',
			'In the Truecaller console, under Manage API Keys, check that the key may use this feature and that it belongs to the Client Account ID of the credential. If it does, ask cs@truecaller.com whether the feature is part of your package. Truecaller said: "not authorized. please contact your admin." (forbidden-error, 403)',
		],
		[
			'a token that is not accepted',
			answered(401, { slug: 'authorization-error', said: 'please login again' }),
			'Truecaller does not accept the access token, not even a new one',
			'Open the credential and press Retry. If that fails too, create a new API key in the Truecaller console under Manage API Keys and enter its Key ID and Secret API Key. Truecaller said: "please login again" (authorization-error, 401)',
		],
		[
			'an address that is not there',
			answered(404),
			'Truecaller does not know the address that was called',
			'Check Base URL and Client Account ID in the credential.',
		],
		[
			'too many calls',
			answered(429),
			'Truecaller asks for fewer calls, and still did after several tries',
			'Run this again in a minute. If other programs use the same account, they share its limits.',
		],
		[
			'a redirect',
			answered(302, { slug: 'forbidden-error' }),
			'The Base URL of the credential sends calls on to another address',
			'Check Base URL in the credential: it has to be the address of the API itself. Nothing was sent to the other address.',
		],
		[
			'a fault of the server',
			answered(500, { slug: 'internal-server-error', said: 'Internal error' }),
			'Truecaller has a fault of its own at the moment',
			'Run this again in a few minutes. Truecaller said: "Internal error" (internal-server-error, 500)',
		],
		[
			'a request that was refused',
			answered(400, { said: 'limit is not a number' }),
			'Truecaller refused the request',
			'Read what Truecaller said, correct the input and run this again. Truecaller said: "limit is not a number" (400)',
		],
		[
			'no connection',
			{ kind: 'notSent' },
			'Truecaller could not be reached, so nothing was sent',
			'Check the network connection of n8n and the Base URL in the credential, then run this again.',
		],
		[
			'no answer',
			{ kind: 'noAnswer', status: 200 },
			'Truecaller did not answer in a form that can be read',
			'Run this again in a minute, and check Base URL in the credential.',
		],
		[
			'a stopped execution',
			{ kind: 'cancelled' },
			'The execution was stopped before Truecaller answered',
			'Run the workflow again.',
		],
		[
			'words that are known already',
			{ kind: 'login', words: { message: 'Wrong key', todo: 'Copy it again.' } },
			'Wrong key',
			'Copy it again.',
		],
	])('%s', (_title, failure, message, todo) => {
		expect(explainFailure(failure)).toMatchObject({ message, todo });
	});

	it.each([
		[401, 'Truecaller does not accept the access token, not even a new one'],
		[403, 'Truecaller does not allow this with your API key'],
	])('also for a %i without a word from Truecaller', (status, message) => {
		expect(explainFailure(answered(status)).message).toBe(message);
	});

	it.each([402, 405, 409, 418, 422])('also for a status that nobody expects (%i)', (status) => {
		expect(explainFailure(answered(status)).message).toBe('Truecaller refused the request');
	});

	it.each(['constructor', 'toString', '__proto__', 'notSent', 'cancelled', 'redirected'])(
		'never from a slug that only looks like one of ours (%s)',
		(slug) => {
			expect(explainFailure(answered(400, { slug }))).toEqual(explainFailure(answered(400)));
		},
	);

	it('and a workflow can branch on what Truecaller said and on the field it names', () => {
		expect(
			explainFailure(answered(400, { said: 'no such label', field: 'label_id' })).details,
		).toEqual({ truecallerSaid: 'no such label', field: 'label_id' });
		expect(explainFailure(answered(400)).details).toEqual({});
	});
});

const shown = (said: string): string => {
	const { message, todo } = explainFailure(answered(400, { said }));
	expect(message).toBe('Truecaller refused the request');
	return /said: "(.*)" \(400\)$/.exec(todo)?.[1] ?? '';
};

describe('of a phone number a text shows the last four digits', () => {
	it.each([
		['919876543210 is not allowed', '…3210 is not allowed'],
		['+919876543210', '…3210'],
		['Receiver +91 98765 43210 is wrong', 'Receiver …3210 is wrong'],
		['Receiver +91-98765-43210 is wrong', 'Receiver …3210 is wrong'],
		['(+91) 98765.43210', '(…3210'],
		['(022) 6801-2345!', '(…2345!'],
		['9876543210_in_list', '…3210_in_list'],
		['number919876543210failed', 'number…3210failed'],
		['919876543210-rejected', '…3210-rejected'],
		['{"receiver_number":"919876543210"}', '{"receiver_number":"…3210"}'],
		['919876543210,919876543211', '…3210,…3211'],
		['9876543 and 919876543210/919876543211', '…6543 and …3210/…3211'],
	])('%s', (said, text) => {
		expect(shown(said)).toBe(text);
	});

	it.each([
		'Request body is invalid: ends_at cannot be more than 24 hours after starts_at',
		'Label c6d86658-008d-4c08-98fb-2bf2649d59a5 is not there',
		'Batch 12345678-1234-1234-1234-123456789012 is not there',
		'500/50011 - no such thing',
		'Not before 2026-01-31',
		'between 10 and 100 characters, or 3-40',
	])('but other words stay as they are: %s', (said) => {
		expect(shown(said)).toBe(said);
	});

	it('and of an access token nothing', () => {
		expect(
			shown(
				'Failed to parse token a4p0pZ2x3aEk9TYGxPZldm0qvWQknTXTINPZxNpIZ32yWmiOFtGqv2mEU7nJlQO6',
			),
		).toBe('Failed to parse token …');
	});
});
