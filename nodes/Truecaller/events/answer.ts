/** The answer to every event that was taken, filtered or repeated. */
export const OK = { status: 'ok' };

const NOT_FINISHED = {
	status: 'error',
	message: 'The workflow did not finish without an error',
};

/** The part of n8n's response object that is needed here. */
export type JsonResponse = {
	statusCode: number;
	json: (body: unknown) => unknown;
};

/**
 * Replaces what n8n answers after the last node, so that nothing of the workflow's output leaves n8n. After a run
 * that ended well n8n answers 2xx with the list of items; a failed run has another status, or a message in place of
 * the list.
 */
export const answerWhenFinished = (response: JsonResponse): void => {
	const send = response.json.bind(response);
	response.json = (body) => {
		const isOk = response.statusCode >= 200 && response.statusCode < 300;
		if (isOk && Array.isArray(body)) return send(OK);
		if (isOk) response.statusCode = 500;
		return send(NOT_FINISHED);
	};
};
