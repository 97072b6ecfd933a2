import { sleep } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';

import { createDialects } from '../../nodes/Truecaller/api/dialects/dialects';
import type { OpenForms } from '../../nodes/Truecaller/api/dialects/form';
import type { SendPlain } from '../../nodes/Truecaller/api/dialects/speech';
import { PERSONALISE_CALL } from '../../nodes/Truecaller/api/facts/endpoints';
import type { Failure, Reply } from '../../nodes/Truecaller/api/reading/answer';

export const PUSHED: Reply = {
	ok: true,
	status: 200,
	body: { status_info: { status: 'success' } },
};

export const refusal = (
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

export const PLUS = refusal(
	'caller_number',
	'Request body is invalid: caller_number must be in E.164 format, with +',
);
export const NAMES = refusal(
	'caller_number',
	'Request body is invalid: caller_number is not allowed',
);
export const NO_ROUTE: Reply = {
	ok: false,
	failure: { kind: 'answered', status: 404, said: 'no route', body: { message: 'no route' } },
};

export const OPEN: OpenForms = {
	place: 'realTime',
	open: ['plus', 'names', 'times'],
	otherVersions: [PERSONALISE_CALL.v1],
};

let accounts = 0;

/** An account that answers by a rule. */
export const setStageOf = (answer: (caller: unknown) => Reply) => {
	const sent: Array<{ readonly path: string; readonly caller: unknown }> = [];
	const account = `scripted ${++accounts}`;
	const send: SendPlain = async ({ path }, { body }) => {
		const content = body?.(Date.now());
		const caller = content?.caller_number ?? content?.caller;
		sent.push({ path, caller });
		const reply = answer(caller);
		await sleep(0);
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

/** An account that answers by a script; what comes after the script is pushed. */
export const setStage = (...script: Reply[]) => setStageOf(() => script.shift() ?? PUSHED);

export const callers = ({ sent }: ReturnType<typeof setStageOf>) =>
	sent.map(({ caller }) => caller);
