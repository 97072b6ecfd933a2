import { isShown } from '../handset/sight.js';

/** Calls that follow each other closer than this belong to one run of a workflow. */
const PAUSE_MS = 5_000;

/**
 * The latest run first, and each run as its list was: those who see it before those who cannot, so that the
 * first phone a newcomer looks at is not one that shows nothing.
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
