import { PERSONALISE_CALL } from '../../../../nodes/Truecaller/api/facts/endpoints';
import type { Reply } from '../../../../nodes/Truecaller/api/reading/answer';
import {
	PUSHED,
	refusal,
	PLUS,
	NAMES,
	NO_ROUTE,
	setStage,
	callers,
} from '../../../support/scriptedAccount';

describe('a request that was refused', () => {
	it.each<readonly [string, Reply]>([
		['for its form', PLUS],
		['for its form under HTTP 422', { ...refusal('receiver_number', 'must begin with +', 422) }],
		[
			'for its form in a success',
			{ ok: true, status: 200, body: { status: 'error', field: 'caller', message: 'needs a +' } },
		],
	])(
		'%s is sent once more in the other form, and from then on first in that form',
		async (_why, reply) => {
			const stage = setStage(reply);
			expect((await stage.personalise()).ok).toBe(true);
			expect((await stage.personalise()).ok).toBe(true);
			expect(callers(stage)).toEqual(['912268012345', '+912268012345', '+912268012345']);
		},
	);

	it.each<readonly [string, Reply]>([
		['without an answer', { ok: false, failure: { kind: 'noAnswer' } }],
		['by a connection that was never made', { ok: false, failure: { kind: 'notSent' } }],
		['by a login', { ok: false, failure: { kind: 'login' } }],
		['by a fault of the server', refusal('caller_number', 'must be in E.164 format', 500)],
		['by a fault of a server behind it', refusal('caller_number', 'must be in E.164 format', 503)],
		['by a time-out', refusal('caller_number', 'must be in E.164 format', 408)],
		['by the rate limit', refusal('caller_number', 'must be in E.164 format', 429)],
		['by a missing token', refusal('caller_number', 'must be in E.164 format', 401)],
		['by a missing access', refusal('caller_number', 'must be in E.164 format', 403)],
		[
			'for its call reason',
			refusal('dynamic_call_reason', 'Request body is invalid: 10 to 100 digits'),
		],
		[
			'for its end',
			refusal('ends_at', 'Request body is invalid: ends_at cannot be older than current time'),
		],
		[
			'for a window in words with seconds',
			refusal('ends_at', 'ends_at must be at least 60 seconds after starts_at'),
		],
		[
			'for a receiver that is not on Truecaller',
			refusal('receiver_number', 'Receiver is not a Truecaller user'),
		],
		['for a phone out of reach', refusal('receiver_number', 'Failed to push, body is invalid')],
		['for a number that does not exist', refusal('receiver_number', 'Invalid receiver number')],
		['without any words', refusal('', '')],
		['as a record that was not found', refusal('', 'label not found', 404)],
		['by a proxy', { ok: false, failure: { kind: 'notSent', status: 404, obstacle: 'stranger' } }],
	])('%s is not sent again', async (_why, reply) => {
		const stage = setStage(reply);
		const answer = await stage.personalise();
		expect(stage.sent).toHaveLength(1);
		expect(answer).toMatchObject(reply);
	});

	it('for its form stays refused in the first words when no form is accepted, and is not tried again', async () => {
		const second = refusal(
			'caller_number',
			'Request body is invalid: caller_number has a wrong format',
		);
		const stage = setStage(PLUS, second, PLUS);
		expect(await stage.personalise()).toMatchObject(PLUS);
		expect(await stage.personalise()).toMatchObject(PLUS);
		expect(callers(stage)).toEqual(['912268012345', '+912268012345', '912268012345']);
	});

	it('comes back as what the second answer says once the form was right', async () => {
		const notOnTruecaller = refusal('receiver_number', 'Receiver is not a Truecaller user');
		const stage = setStage(PLUS, notOnTruecaller);
		expect(await stage.personalise()).toMatchObject(notOnTruecaller);
		expect(await stage.personalise()).toMatchObject(PUSHED);
		expect(callers(stage)).toEqual(['912268012345', '+912268012345', '+912268012345']);
	});

	it.each<readonly [string, Reply]>([
		['no answer', { ok: false, failure: { kind: 'noAnswer' } }],
		['a fault of the server', refusal('', 'boom', 500)],
	])('is not sent a third time after %s to the second', async (_what, reply) => {
		const stage = setStage(PLUS, reply);
		expect(await stage.personalise()).toMatchObject(reply);
		expect(stage.sent).toHaveLength(2);
	});

	it('for its form after a success in that form is a record at fault, and is not sent again', async () => {
		const stage = setStage(PUSHED, PLUS);
		await stage.personalise();
		expect(await stage.personalise()).toMatchObject(PLUS);
		expect(await stage.personalise()).toMatchObject(PUSHED);
		expect(callers(stage)).toEqual(Array(3).fill('912268012345'));
	});

	it('by several forms, one after another, is changed one form at a time', async () => {
		const stage = setStage(
			NAMES,
			refusal('caller', 'Request body is invalid: caller must be in E.164 format'),
		);
		expect((await stage.personalise()).ok).toBe(true);
		expect(callers(stage)).toEqual(['912268012345', '912268012345', '+912268012345']);
	});

	it('is not sent again when its time is over', async () => {
		const stage = setStage(PLUS);
		expect(await stage.personalise({}, 0)).toMatchObject(PLUS);
		expect(stage.sent).toHaveLength(1);
	});
});

describe('a choice of the user', () => {
	it('of a number format is never departed from', async () => {
		const stage = setStage(PLUS);
		expect(await stage.personalise({ open: ['names', 'times'] })).toMatchObject(PLUS);
		expect(stage.sent).toHaveLength(1);
	});

	it('of a version is never departed from', async () => {
		const stage = setStage(NO_ROUTE);
		expect(await stage.personalise({ otherVersions: [] })).toMatchObject(NO_ROUTE);
		expect(stage.sent).toHaveLength(1);
	});
});

describe('a version that is not there', () => {
	it('is replaced by the next documented one, which is asked first from then on', async () => {
		const stage = setStage(NO_ROUTE);
		await stage.personalise();
		await stage.personalise();
		expect(stage.sent.map(({ path }) => path)).toEqual([
			PERSONALISE_CALL.v2.path,
			PERSONALISE_CALL.v1.path,
			PERSONALISE_CALL.v1.path,
		]);
	});

	it('was there when it refused a record, so a later 404 is of something else', async () => {
		const stage = setStage(refusal('ends_at', 'too old'), NO_ROUTE);
		await stage.personalise();
		expect(await stage.personalise()).toMatchObject(NO_ROUTE);
		expect(stage.sent).toHaveLength(2);
	});
});
