/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';

export type Told = { readonly name: string; readonly view: unknown };

/** Somebody who listens to `GET /sandbox/events`, as the page does. */
export type StreamListener = {
	readonly told: Told[];
	/** The latest view of this name. */
	last<T = Record<string, unknown>>(name: string): T | undefined;
	isOpen(): boolean;
	close(): void;
};

function readEvents(text: string): Told[] {
	return text.split('\n\n').flatMap((block) => {
		const [, name, json] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
		return name === undefined || json === undefined
			? []
			: [{ name, view: JSON.parse(json) as unknown }];
	});
}

export async function listenTo(url: string): Promise<StreamListener> {
	const told: Told[] = [];
	let open = true;
	let rest = '';
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		get(`${url}/sandbox/events`, resolve).on('error', reject);
	});
	response.setEncoding('utf8').on('data', (part) => {
		rest += String(part);
		const end = rest.lastIndexOf('\n\n');
		if (end < 0) return;
		told.push(...readEvents(rest.slice(0, end)));
		rest = rest.slice(end + 2);
	});
	response.on('close', () => (open = false)).on('error', () => undefined);
	return {
		told,
		last: <T>(name: string) => told.findLast((each) => each.name === name)?.view as T | undefined,
		isOpen: () => open,
		close: () => response.destroy(),
	};
}

export type PhoneSeen = {
	number: string;
	sight: string;
	name: string;
	reason: string;
	calls: number;
	batchId: string | null;
};
export type Phones = { all: boolean; phones: PhoneSeen[] };
export type RequestSeen = {
	route: string;
	status: number | null;
	said: string | null;
	field: string | null;
	body: Record<string, unknown> | null;
};

export const phonesToldTo = ({ told }: StreamListener): PhoneSeen[] =>
	told.filter(({ name }) => name === 'phones').flatMap(({ view }) => (view as Phones).phones);

export const requestsToldTo = ({ told }: StreamListener): RequestSeen[] =>
	told
		.filter(({ name }) => name === 'requests')
		.flatMap(({ view }) => (view as { requests: RequestSeen[] }).requests);
