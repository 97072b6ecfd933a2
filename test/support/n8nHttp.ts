/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';

/** What came back from a webhook. */
export type Answer = {
	readonly status: number;
	readonly contentType: string;
	readonly body: unknown;
};

const readBytes = async (request: IncomingMessage): Promise<Buffer> => {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
};

/** Dresses a bare request as n8n and Express do: since node version 2, only bodies of these types are read. */
export const dressRequest = async (request: IncomingMessage): Promise<IncomingMessage> => {
	const contentType = request.headers['content-type']?.split(';')[0]?.trim();
	const query = Object.fromEntries(Object.entries(parse((request.url ?? '').split('?')[1] ?? '')));
	const dressed = Object.assign(request, {
		contentType,
		query,
		params: {},
		body: undefined as unknown,
	});
	dressed.readRawBody = async () => void (request.rawBody ??= await readBytes(request));
	if (
		contentType === 'application/json' ||
		contentType === 'text/plain' ||
		contentType === 'application/x-www-form-urlencoded'
	) {
		await dressed.readRawBody();
		const text = String(request.rawBody);
		if (contentType === 'application/json' && text !== '') dressed.body = JSON.parse(text);
		if (contentType === 'text/plain' && text !== '') dressed.body = text;
		if (contentType === 'application/x-www-form-urlencoded') dressed.body = parse(text);
	}
	return dressed;
};

export const dressResponse = (response: ServerResponse) => {
	const json = (body: unknown) => {
		response.setHeader('Content-Type', 'application/json; charset=utf-8');
		response.end(JSON.stringify(body));
	};
	const dressed = Object.assign(response, {
		json,
		status: (code: number) => Object.assign(dressed, { statusCode: code }),
	});
	return dressed;
};

export const readAnswer = async (response: Response): Promise<Answer> => {
	const text = await response.text();
	const contentType = response.headers.get('content-type') ?? '';
	return {
		status: response.status,
		contentType,
		body: contentType.includes('json') ? JSON.parse(text) : text,
	};
};
