import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../facts/endpoints';
import type { SentReply } from '../pacing/sender';
import type { Findings } from './findings';
import type { Chosen, Form, OpenForms } from './form';
import type { Memory } from './memory';

/** The content of a request in one form. */
export type PlainContent<Body extends IDataObject = IDataObject> = {
	readonly query?: IDataObject;
	readonly headers?: IDataObject;
	readonly body?: (nowMs: number) => Body;
	readonly timeLimitMs?: number;
};

/** The content of a request whose form is still open. */
export type OpenContent<Body extends IDataObject = IDataObject> = Omit<
	PlainContent<Body>,
	'body' | 'headers'
> & {
	/**
	 * Builds the body once the request has its slot, because the body may contain the current time.
	 * Retries send the same body.
	 */
	readonly body?: (nowMs: number, form: Form) => Body;
	readonly openForms?: OpenForms;
};

/** A reply, with the version and forms of its request. */
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
export type Speaker = {
	readonly send: SendPlain;
	readonly speak: Speak;
	readonly memory: Memory;
	readonly findings: Findings;
};
