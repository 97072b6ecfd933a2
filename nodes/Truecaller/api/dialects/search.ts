import type { IDataObject } from 'n8n-workflow';

import type { Chosen } from './form';
import { isAccepted, judge } from './judging';
import { lookUpNames } from './labelNames';
import type { Slot } from './memory';
import { isTaken } from './refusal';
import { leftMs, sendOnce } from './sendOnce';
import type { Request } from './sendOnce';
import type { Speaker, SpokenReply } from './speech';

/** Returns true if the other form changes the request, and there is time to send it. */
const canChange = async <Body extends IDataObject>(
	{ name }: Slot,
	request: Request<Body>,
	{ speak, memory }: Speaker,
): Promise<boolean> => {
	const labelIds = request.content.openForms?.labelIds;
	if (name === 'labelName' && !(await lookUpNames(speak, labelIds?.() ?? [], memory))) return false;
	return (leftMs(request) ?? Infinity) > 0;
};

/**
 * Sends a request again that was refused for its form, one form after another. Only one request of
 * a kind does so at a time.
 */
export const search = async <Body extends IDataObject>(
	first: SpokenReply<Body> & { readonly chosen: Chosen },
	request: Request<Body>,
	speaker: Speaker,
): Promise<SpokenReply<Body>> => {
	const { memory, findings } = speaker;
	const { line } = memory.placeOf(request.content.openForms?.place ?? '');
	let [last, isWaitedFor] = [first, true];
	await line.enter(false);
	try {
		for (;;) {
			const { named, slot } = judge(last, last.chosen, memory);
			if (!slot) {
				if (last !== first && isTaken(last)) findings.note(first.chosen, last.chosen);
				return named ? first : last;
			}
			if (!(await canChange(slot, request, speaker))) return first;
			// Another request has found the form already, so the others need not wait for this one.
			if (isWaitedFor && isAccepted(slot, memory)) {
				line.leave();
				isWaitedFor = false;
			}
			last = await sendOnce(request, speaker);
		}
	} finally {
		if (isWaitedFor) line.leave();
	}
};
