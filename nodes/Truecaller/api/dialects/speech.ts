import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../facts/endpoints';
import type { SentReply } from '../pacing/sender';
import type { Findings } from './findings';
import type { Chosen, Form, OpenForms } from './form';
import type { Memory } from './memory';

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
export type Speaker = {
	readonly send: SendPlain;
	readonly speak: Speak;
	readonly memory: Memory;
	readonly findings: Findings;
};
