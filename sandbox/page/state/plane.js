import { tellPerson } from '../parts/notices.js';

/**
 * Sends a request to the control plane, the same one that tests and `npm run deliver` use. Its
 * refusals are sentences.
 */
export async function ask(method, path, body) {
	const sent = body === undefined ? { method } : { method, body: JSON.stringify(body) };
	const response = await fetch(`/sandbox${path}`, sent).catch(() => {
		throw new Error('The sandbox does not answer. Is it still running?');
	});
	const answer = await response.json().catch(() => ({}));
	if (response.ok) return answer;
	throw new Error(answer.error ?? `The sandbox answered ${response.status}`);
}

export const post = (path, body = {}) => ask('POST', path, body);

/** Runs the work of a button, and shows an error as a notice. */
export async function attempt(work, doneWords) {
	try {
		const result = await work();
		if (doneWords) tellPerson(doneWords, 'good');
		return result ?? true;
	} catch (error) {
		tellPerson(error.message, 'bad');
		return undefined;
	}
}
