import { isObject } from '../../api/reading/answer';

/** A body that arrives in pieces, as n8n hands over a stream of Node.js. */
type Stream = AsyncIterable<Uint8Array> & { readonly destroy: () => unknown };

/** The beginning of a body, and whether the body is longer. */
export type Start = { readonly text: string; readonly isCut: boolean };

const isStream = (value: unknown): value is Stream =>
	isObject(value) && Symbol.asyncIterator in value && typeof value.destroy === 'function';

/**
 * Reads a body until it ends or is longer than the limit, so that a long one is never held in memory. Leaving the loop
 * closes the connection, and so does the signal: reading then fails.
 */
export const readStart = async (
	body: unknown,
	limitBytes: number,
	signal: AbortSignal,
): Promise<Start> => {
	if (!isStream(body)) return { text: '', isCut: false };
	signal.addEventListener('abort', () => body.destroy());
	if (signal.aborted) body.destroy();
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	for await (const piece of body) {
		text += decoder.decode(piece, { stream: true });
		bytes += piece.byteLength;
		if (bytes > limitBytes) return { text, isCut: true };
	}
	return { text, isCut: false };
};
