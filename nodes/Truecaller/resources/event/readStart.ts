import { isObject } from '../../api/reading/answer';

/** A body that arrives in pieces: n8n passes on a stream of Node.js. */
type Stream = AsyncIterable<Uint8Array> & { readonly destroy: () => unknown };

/** The beginning of a body, and whether the body is longer. */
export type Start = { readonly text: string; readonly isCut: boolean };

const isStream = (value: unknown): value is Stream =>
	isObject(value) && Symbol.asyncIterator in value && typeof value.destroy === 'function';

/** Reads until the body ends or exceeds the limit. Leaving the loop closes the connection. */
const readPieces = async (body: Stream, limitBytes: number): Promise<Start> => {
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

/**
 * Reads the beginning of a body, so that memory never holds a long one. Returns undefined if the
 * signal comes first. Beware: n8n 2.41 wraps the stream, and a loop over it does not end when the
 * stream is destroyed.
 */
export const readStart = async (
	body: unknown,
	limitBytes: number,
	signal: AbortSignal,
): Promise<Start | undefined> => {
	if (!isStream(body)) return { text: '', isCut: false };
	if (signal.aborted) return void body.destroy();
	const late = new Promise<undefined>((resolve) =>
		signal.addEventListener('abort', () => {
			resolve(undefined);
			body.destroy();
		}),
	);
	return await Promise.race([readPieces(body, limitBytes), late]);
};
