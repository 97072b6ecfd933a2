/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox is a Node program for development, never shipped */
import http from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import https from 'node:https';

/** The answer, or in words why there is none. */
export type Reply =
	| { readonly status: number; readonly contentType: string; readonly bodyText: string }
	| { readonly failure: string };

export type Patience = {
	/** Time limit to connect, and between two parts of the answer. */
	readonly timeoutMs: number;
	readonly wholeCallMs: number;
	/** Ends the request at once. */
	readonly signal: AbortSignal;
};

const LARGEST_ANSWER_CHARACTERS = 1_000_000;

const WORDS: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'nobody listens there',
	ECONNRESET: 'the connection was cut without a whole answer',
	ENOTFOUND: 'there is no machine of this name',
};

function inWords(error: Error): string {
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	return WORDS[code] ?? (error.message || code || 'the connection failed');
}

async function readAll(response: IncomingMessage): Promise<string> {
	let bodyText = '';
	response.setEncoding('utf8');
	for await (const part of response) {
		bodyText += String(part);
		if (bodyText.length > LARGEST_ANSWER_CHARACTERS) throw new Error('the answer has no end');
	}
	return bodyText;
}

/** [I] Of the headers, only the content type is certain: §10.10. */
const send = (url: URL, bodyText: string, timeoutMs: number): ClientRequest =>
	(url.protocol === 'https:' ? https : http)
		.request(url, {
			method: 'POST',
			agent: false,
			// Set as an option, so that it also covers the connecting. Zero would mean "no limit".
			timeout: Math.max(1, timeoutMs),
			headers: {
				accept: 'application/json',
				'content-type': 'application/json',
				'content-length': Buffer.byteLength(bodyText),
				'user-agent': 'truecaller-sandbox',
			},
		})
		.end(bodyText);

/** Posts once. A redirect counts as an answer [U] §10.10. */
export async function post(url: URL, bodyText: string, patience: Patience): Promise<Reply> {
	const { timeoutMs, wholeCallMs, signal } = patience;
	const request = send(url, bodyText, timeoutMs);
	return await new Promise((resolve) => {
		const give = (reply: Reply) => {
			clearTimeout(timer);
			resolve(reply);
			request.destroy();
		};
		const fail = (error: Error) => give({ failure: inWords(error) });
		const timer = setTimeout(
			() => give({ failure: `no whole answer within ${wholeCallMs} ms` }),
			wholeCallMs,
		);
		signal.addEventListener('abort', () => give({ failure: 'the sandbox ended the call' }));
		request.on('timeout', () => give({ failure: `no answer for ${timeoutMs} ms` }));
		request.on('error', fail);
		request.on('response', (response) => {
			const { statusCode = 0, headers } = response;
			const contentType = headers['content-type'] ?? '';
			readAll(response).then(
				(text) => give({ status: statusCode, contentType, bodyText: text }),
				fail,
			);
		});
	});
}
