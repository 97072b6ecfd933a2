import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../facts/endpoints';
import type { SentReply } from '../pacing/sender';
import { choose } from './form';
import type { Chosen, Form, OpenForms } from './form';
import type { Findings } from './findings';
import { findNamed, isAccepted, judge, noteAnswer } from './judging';
import { lookUpNames } from './labelNames';
import type { Memory, Slot } from './memory';
import { isTaken } from './refusal';

/** A request in one form. */
export type PlainContent<Body extends IDataObject = IDataObject> = {
	readonly query?: IDataObject;
	readonly headers?: IDataObject;
	readonly body?: (nowMs: number) => Body;
	readonly timeLimitMs?: number;
};

/** A request whose form is open. */
export type OpenContent<Body extends IDataObject = IDataObject> = Omit<
	PlainContent<Body>,
	'body' | 'headers'
> & {
	/** Made when the request has its slot, because "now" may be part of it. Repeats send the same. */
	readonly body?: (nowMs: number, form: Form) => Body;
	readonly openForms?: OpenForms;
};

/** A reply, and the version and the forms of the request that it answers. */
export type SpokenReply<Body extends IDataObject> = SentReply<Body> & { readonly chosen?: Chosen };

export type SendPlain = <Body extends IDataObject>(
	endpoint: Endpoint,
	content: PlainContent<Body>,
) => Promise<SentReply<Body>>;

export type Speak = <Body extends IDataObject>(
	endpoint: Endpoint,
	content?: OpenContent<Body>,
) => Promise<SpokenReply<Body>>;

/** What all requests of a run share. */
type Speaker = {
	readonly send: SendPlain;
	readonly speak: Speak;
	readonly memory: Memory;
	readonly findings: Findings;
};

/** One request, in whatever form it is sent. `startedAtMs`: when its first form had its slot. */
type Request<Body extends IDataObject> = {
	readonly endpoint: Endpoint;
	readonly content: OpenContent<Body>;
	startedAtMs?: number;
};

const leftMs = <Body extends IDataObject>({ content, startedAtMs }: Request<Body>) =>
	content.timeLimitMs === undefined || startedAtMs === undefined
		? content.timeLimitMs
		: content.timeLimitMs - (Date.now() - startedAtMs);

/** Sends a request once, in the forms that are known to be accepted or else documented. */
const sendOnce = async <Body extends IDataObject>(
	request: Request<Body>,
	{ send, speak, memory }: Speaker,
): Promise<SpokenReply<Body> & { readonly chosen: Chosen }> => {
	const { endpoint, content } = request;
	const { body, query, openForms } = content;
	const chosen = choose(endpoint, openForms, memory);
	if (chosen.form.labelNames === memory.labelNames)
		await lookUpNames(speak, openForms?.labelIds?.() ?? [], memory);
	const timeLimitMs = leftMs(request);
	if (!body) request.startedAtMs ??= Date.now();
	const reply = await send<Body>(chosen.endpoint, {
		query,
		headers: chosen.headers,
		timeLimitMs,
		body:
			body &&
			((nowMs) => {
				request.startedAtMs ??= nowMs;
				return body(nowMs, chosen.form);
			}),
	});
	noteAnswer(reply, chosen, memory);
	return { ...reply, chosen };
};

/** True where the other form would change what is sent, and there is time to send it. */
const canChange = async <Body extends IDataObject>(
	{ name }: Slot,
	request: Request<Body>,
	{ speak, memory }: Speaker,
): Promise<boolean> => {
	const labelIds = request.content.openForms?.labelIds;
	if (name === 'labelName' && !(await lookUpNames(speak, labelIds?.() ?? [], memory))) return false;
	return (leftMs(request) ?? Infinity) > 0;
};

/** Sends a request again that was refused for its form, one form after another. One request of a kind at a time does so. */
const search = async <Body extends IDataObject>(
	first: SpokenReply<Body> & { readonly chosen: Chosen },
	request: Request<Body>,
	speaker: Speaker,
): Promise<SpokenReply<Body>> => {
	const { memory, findings } = speaker;
	const { line } = memory.placeOf(request.content.openForms?.place ?? '');
	let [last, isWaitedFor] = [first, true];
	await line.enter(false);
	try {
		for (;;) {
			const { named, slot } = judge(last, last.chosen, memory);
			if (!slot) {
				if (last !== first && isTaken(last)) findings.note(first.chosen, last.chosen);
				return named ? first : last;
			}
			if (!(await canChange(slot, request, speaker))) return first;
			// Where another request has found the form already, nobody waits for this one.
			if (isWaitedFor && isAccepted(slot, memory)) {
				line.leave();
				isWaitedFor = false;
			}
			last = await sendOnce(request, speaker);
		}
	} finally {
		if (isWaitedFor) line.leave();
	}
};

/**
 * Makes `send`: a request is sent in the form that the account is known to accept, or that is documented. Only a
 * refusal that names the form itself lets it be sent again, in the next documented form: it cannot have worked.
 * What no form brings through comes back as the first refusal.
 */
export const createSpeak = (send: SendPlain, memory: Memory, findings: Findings): Speak => {
	const speak: Speak = async <Body extends IDataObject>(
		endpoint: Endpoint,
		content: OpenContent<Body> = {},
	) => {
		const request: Request<Body> = { endpoint, content };
		const speaker: Speaker = { send, speak, memory, findings };
		const talk = async () => {
			const first = await sendOnce(request, speaker);
			const isNamed = findNamed(first, first.chosen, memory).length > 0;
			return isNamed ? await search(first, request, speaker) : first;
		};
		const { openForms } = content;
		return openForms ? await memory.placeOf(openForms.place).first(talk) : await talk();
	};
	return speak;
};
