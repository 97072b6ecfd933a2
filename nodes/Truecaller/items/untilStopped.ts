import { sleep } from 'n8n-workflow';

import { problem, RUN_AGAIN } from '../api/problems';

/** Time for open requests to get their answer after the execution is stopped. */
const GRACE_MS = 1_000;

/** Problem of an item whose request had no answer when the execution was stopped. */
export const UNDER_WAY = problem('The execution was stopped before Truecaller answered', RUN_AGAIN);

/** Waits for the work or, when the execution is stopped, a moment longer for what is under way. */
export const untilStopped = async (
	work: Promise<void>,
	signal: AbortSignal | undefined,
): Promise<void> => {
	if (!signal) return await work;
	let onStop: () => void = () => undefined;
	const stopped = new Promise<void>((resolve) => {
		onStop = resolve;
		if (signal.aborted) resolve();
	});
	signal.addEventListener('abort', onStop, { once: true });
	await Promise.race([work, stopped.then(async () => await sleep(GRACE_MS))]);
	signal.removeEventListener('abort', onStop);
};
