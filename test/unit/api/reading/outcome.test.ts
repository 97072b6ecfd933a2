import { readAnswer } from '../../../../nodes/Truecaller/api/reading/answer';
import { toOutcome } from '../../../../nodes/Truecaller/api/reading/outcome';
import { readOutcome, readReason } from '../../../../nodes/Truecaller/api/reading/readOutcome';

const reply = (status: number, body: unknown) =>
	readAnswer(status, typeof body === 'string' ? body : JSON.stringify(body), undefined, 0);
const outcomeOf = (status: number, body: unknown) => readOutcome(reply(status, body));
const said = (message: string, status = 'error') => ({ status_info: { status, message } });

describe('a call counts as pushed', () => {
	it.each([
		['in the newest form', said('Record processed successfully', 'success')],
		[
			'in that of mid-2025',
			{ statusInfo: { status: 'success', message: 'Record processed successfully' } },
		],
		['in the flat one', { status: 'success', message: 'Record processed successfully' }],
		['in capitals', said('Record processed successfully', 'Success')],
	])('when Truecaller says success %s', (_title, body) => {
		expect(outcomeOf(200, body)).toEqual({
			outcome: 'pushed',
			reason: null,
			advice: 'Place the call',
			message: 'Record processed successfully',
		});
	});

	it('without a message, too', () => {
		expect(outcomeOf(201, { status_info: { status: 'success' } })).toMatchObject({
			outcome: 'pushed',
			message: null,
		});
	});

	it.each([
		[199, said('Done', 'success')],
		[300, said('Done', 'success')],
		[400, said('Done', 'success')],
		[404, said('Done', 'success')],
		[500, said('Done', 'success')],
		[200, said('Done', 'pending')],
		[200, said('success')],
		[200, said('Done', 'successful?')],
		[200, { message: 'success' }],
		[200, { success: true }],
		[200, { status: 200 }],
		[200, [{ status: 'success' }]],
		[200, '"success"'],
		[200, 'success'],
		[200, '<html>success</html>'],
		[200, ''],
	])('and never otherwise (%i, %j)', (status, body) => {
		expect(outcomeOf(status, body)?.outcome).not.toBe('pushed');
	});
});

describe("Truecaller's words for a failure are understood", () => {
	it.each([
		[
			'notTruecallerUser',
			'Not a Truecaller user',
			'Receiver is not a Truecaller user',
			'not_a_truecaller_user',
			'NOT A TRUECALLER USER!',
			'not truecaller user',
		],
		[
			'osNotSupported',
			'OS not supported',
			"Receiver's OS is not supported",
			'Receiver’s OS is not supported.',
			'os_not_supported',
			'os-not-supported',
		],
		[
			'appVersionNotSupported',
			'App version not supported',
			"Receiver's app version is not supported",
			'APP_VERSION_NOT_SUPPORTED',
			'app-version: not supported',
		],
		[
			'failedToPush',
			'Failed to push',
			'failed_to_push',
			'FAILED TO PUSH.',
			'Failed-to-push: device unreachable',
		],
		[
			'invalidInput',
			'Invalid input',
			'Invalid receiver number',
			'invalid-input',
			'Request body is invalid: label_id is unknown',
		],
		['serverFault', 'Internal system errors', 'internal server error', 'internal-server-error'],
	])('as %s', (reason, ...wordings) => {
		for (const message of wordings) {
			for (const status of [200, 400, 422])
				expect([message, status, outcomeOf(status, said(message))]).toEqual([
					message,
					status,
					{ ...toOutcome(reason as never, message) },
				]);
			expect([message, readReason({ slug: message })]).toEqual([message, reason]);
		}
	});

	it('as a fault of the record where it names a field', () => {
		const body = {
			status_info: { status: 'error', field: 'ends_at', message: 'Nobody knows these words' },
		};
		expect(outcomeOf(400, body)).toMatchObject({
			outcome: 'refused',
			reason: 'invalidInput',
			message: 'Nobody knows these words',
		});
		expect(outcomeOf(200, body)).toMatchObject({ outcome: 'refused', reason: 'invalidInput' });
	});

	it.each([200, 400, 404, 409, 500])(
		'or, where nobody knows them, are handed on as they are (%i)',
		(status) => {
			expect(outcomeOf(status, said('The moon is in the wrong house'))).toMatchObject({
				outcome: 'unknown',
				reason: status === 500 ? 'serverFault' : null,
				message: 'The moon is in the wrong house',
			});
		},
	);
});

describe('each outcome says what to do next', () => {
	it.each([
		[
			'notTruecallerUser',
			'cannotShow',
			'Place the call as usual; this person does not use Truecaller and sees no name or reason',
		],
		[
			'osNotSupported',
			'cannotShow',
			'Place the call as usual; only Android phones show the name and reason',
		],
		[
			'appVersionNotSupported',
			'cannotShow',
			'Place the call as usual; the Truecaller app of this person is too old to show the name and reason',
		],
		[
			'failedToPush',
			'tryAgain',
			'Try once more in a minute, or place the call as usual; the phone could not be reached',
		],
		[
			'rateLimited',
			'tryAgain',
			'Try again in a minute; Truecaller took no more calls from this account',
		],
		[
			'notSent',
			'tryAgain',
			'Try again, or place the call as usual; Truecaller could not be reached and nothing was sent',
		],
		['invalidInput', 'refused', 'Correct what Truecaller names in the message, then try again'],
		[
			'noAnswer',
			'unknown',
			'Place the call as usual; Truecaller did not answer, so the name and reason may or may not show',
		],
		[
			'serverFault',
			'unknown',
			'Place the call as usual; Truecaller had a fault, so the name and reason may or may not show',
		],
		[
			'missing',
			'unknown',
			'Place the call as usual; Truecaller did not report on this call, so the name and reason may or may not show',
		],
		[
			undefined,
			'unknown',
			'Place the call as usual, and read the message; the name and reason may or may not show',
		],
	] as const)('%s', (reason, outcome, advice) => {
		expect(toOutcome(reason, undefined)).toEqual({
			outcome,
			reason: reason ?? null,
			advice,
			message: null,
		});
	});
});

describe('what Truecaller did not say about the record', () => {
	it('is data where the call may or may not have worked', () => {
		expect(readOutcome({ ok: false, failure: { kind: 'noAnswer' } })).toEqual(
			toOutcome('noAnswer', undefined),
		);
		expect(readOutcome({ ok: false, failure: { kind: 'notSent' } })).toEqual(
			toOutcome('notSent', undefined),
		);
		expect(outcomeOf(500, '<html>')).toEqual(toOutcome('serverFault', undefined));
		expect(outcomeOf(503, { message: 'Come back later' })).toEqual(
			toOutcome('serverFault', 'Come back later'),
		);
		expect(outcomeOf(429, '')).toEqual(toOutcome('rateLimited', undefined));
		expect(outcomeOf(200, {})).toEqual(toOutcome('noAnswer', undefined));
		expect(outcomeOf(200, '{"status_info":{"sta')).toEqual(toOutcome('noAnswer', undefined));
	});

	it.each([
		['a refused login', { kind: 'login' }],
		['a stopped execution', { kind: 'cancelled' }],
		['a call that could not be set up', { kind: 'setUp' }],
	] as const)('is an error after %s', (_title, failure) => {
		expect(readOutcome({ ok: false, failure })).toBeUndefined();
	});

	it.each([
		[401, { slug: 'authorization-error', message: 'please login again' }],
		[403, { slug: 'forbidden-error', message: 'not authorized. please contact your admin.' }],
		[400, { slug: 'authorization-error', message: 'please login again' }],
		[400, { slug: 'forbidden-error', message: 'not authorized. please contact your admin.' }],
		[302, ''],
		[404, '404 page not found'],
		[404, ''],
		[404, { message: 'no Route matched with those values' }],
		[404, { timestamp: 1, status: 404, error: 'Not Found', path: '/v2' }],
		[404, { slug: 'not-found', message: 'not found' }],
	])('is an error where the call itself is at fault (%i, %j)', (status, body) => {
		expect(outcomeOf(status, body)).toBeUndefined();
	});

	it.each([
		[{ slug: 'not-found', message: 'Receiver is not a Truecaller user' }, 'notTruecallerUser'],
		[said('Not a Truecaller user'), 'notTruecallerUser'],
	])('is not an error where a 404 judges the record (%j)', (body, reason) => {
		expect(outcomeOf(404, body)).toMatchObject({ outcome: 'cannotShow', reason });
	});
});
