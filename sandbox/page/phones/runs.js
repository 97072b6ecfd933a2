import { isShown } from '../handset/sight.js';

/** Calls with a shorter pause between them belong to one run of a workflow. */
const PAUSE_MS = 5_000;

/**
 * Sorts the latest run first. Within a run, phones that show the call come before other phones, so
 * that a new user first sees a phone with a call.
 */
export function inRuns(newestFirst) {
	const runs = [];
	let former;
	for (const phone of newestFirst) {
		const belongs = former !== undefined && former.atMs - phone.atMs < PAUSE_MS;
		if (belongs) runs.at(-1).push(phone);
		else runs.push([phone]);
		former = phone;
	}
	return runs.flatMap((run) => {
		const asSent = run.reverse();
		return [...asSent.filter(isShown), ...asSent.filter((phone) => !isShown(phone))];
	});
}
