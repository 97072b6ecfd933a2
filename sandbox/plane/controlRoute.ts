import { plainError } from '../requirements';

/** One row of the control plane. */
export type ControlRoute = {
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly path: string;
	readonly answer: (sent: { body: unknown; query: unknown; id: string }) => unknown;
};

/** Returns the parsed body; an empty object for no body. Throws if it is not JSON. */
export function parseBody(text: unknown): unknown {
	if (typeof text !== 'string' || text === '') return {};
	try {
		return JSON.parse(text);
	} catch {
		throw plainError('The body is not JSON');
	}
}
