import type { IDataObject } from 'n8n-workflow';

import { createDialects } from '../../../../nodes/Truecaller/api/dialects/dialects';
import type { OpenForms } from '../../../../nodes/Truecaller/api/dialects/form';
import type { SendPlain } from '../../../../nodes/Truecaller/api/dialects/speak';
import {
	PERSONALISE_BATCH,
	PERSONALISE_CALL,
} from '../../../../nodes/Truecaller/api/facts/endpoints';
import type { Failure, Reply } from '../../../../nodes/Truecaller/api/reading/answer';

const PUSHED: Reply = { ok: true, status: 200, body: { status_info: { status: 'success' } } };

const refusal = (
	field: string,
	message: string,
	status = 400,
	more: Partial<Failure> = {},
): Reply => ({
	ok: false,
	failure: {
		kind: 'answered',
		status,
		field,
		said: message,
		body: { status_info: { status: 'error', field, message } },
		...more,
	},
});

const PLUS = refusal(
	'caller_number',
	'Request body is invalid: caller_number must be in E.164 format, with +',
);
const NAMES = refusal('caller_number', 'Request body is invalid: caller_number is not allowed');
const NO_ROUTE: Reply = {
	ok: false,
	failure: { kind: 'answered', status: 404, said: 'no route', body: { message: 'no route' } },
};

const OPEN: OpenForms = {
	place: 'realTime',
	open: ['plus', 'names', 'times'],
	otherVersions: [PERSONALISE_CALL.v1],
};

let accounts = 0;

/** An account that answers by a script; what comes after the script is pushed. */
const setStage = (...script: Reply[]) => {
	const sent: Array<{ readonly path: string; readonly caller: unknown }> = [];
	const account = `scripted ${++accounts}`;
	const send: SendPlain = async ({ path }, { body }) => {
		const content = body?.(Date.now());
		sent.push({ path, caller: content?.caller_number ?? content?.caller });
		const reply = script.shift() ?? PUSHED;
		await new Promise(setImmediate);
		return { ...reply, ...(content ? { sent: content } : {}) };
	};
	const { speak, dialects } = createDialects(account, send);
	const personalise = async (more: Partial<OpenForms> = {}, timeLimitMs?: number) =>
		await speak(PERSONALISE_CALL.v2, {
			timeLimitMs,
			openForms: { ...OPEN, ...more },
			body: (_nowMs, { automaticPlus, formerNames }): IDataObject => ({
				[formerNames ? 'caller' : 'caller_number']: `${automaticPlus ? '+' : ''}912268012345`,
			}),
		});
	return { sent, personalise, dialects, speak };
};

const callers = ({ sent }: ReturnType<typeof setStage>) => sent.map(({ caller }) => caller);

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

describe('requests that start together', () => {
	it('wait for the answer of the first, so that one of them pays for the search', async () => {
		const stage = setStage(PLUS);
		const replies = await Promise.all(
			Array.from({ length: 50 }, async () => await stage.personalise()),
		);
		expect(replies.every(({ ok }) => ok)).toBe(true);
		expect(stage.sent).toHaveLength(51);
	});

	it('search one at a time when the first answer told nothing', async () => {
		const fault = refusal('', 'boom', 500);
		const stage = setStage(fault, PLUS, PLUS, PLUS, PLUS, PLUS);
		await Promise.all(Array.from({ length: 4 }, async () => await stage.personalise()));
		expect(callers(stage)).toEqual([...Array<string>(4).fill('912268012345'), '+912268012345']);
	});
});

describe('what one kind of request found out', () => {
	it('is tried first by another kind, where its own page says otherwise', async () => {
		const stage = setStage(PLUS);
		await stage.personalise();
		const batch = { open: OPEN.open, place: 'batch' as const };
		const seen: boolean[] = [];
		await stage.speak(PERSONALISE_BATCH.v2, {
			openForms: batch,
			body: (_nowMs, { automaticPlus }) => {
				seen.push(automaticPlus);
				return {};
			},
		});
		expect(seen).toEqual([true]);
	});

	it('is told once, with the option that skips the search', async () => {
		const stage = setStage(NO_ROUTE, PLUS);
		await stage.personalise();
		expect(stage.dialects.hint()).toBe(
			"This account wants version 1 of this call and numbers with +, which differs from Truecaller's newest documentation. To find this out, a refused request was sent again in another form. To skip the search, set Options → API Version to V1 and Number Format to With +.",
		);
	});

	it('is nothing where the documented form was accepted', async () => {
		const stage = setStage();
		await stage.personalise();
		expect(stage.dialects.hint()).toBeUndefined();
	});
});
