import type { IBuilderHint } from 'n8n-workflow';

import output from '../__schema__/v2.0.0.json';
import { toShape } from './outputShape';

const SEARCH_HINT = [
	'Starts when a person asks to be called back (callMeBack), answers a survey (userFeedback) or presses a button after a call (postCallAction). A missed call alone starts nothing.',
	'Before calling, look at callback.wanted (true, false or null) and callback.number (E.164 or null); callback.slot is null when no time was chosen.',
	'Then show who calls with the Truecaller node, and place the call.',
	'An event can come twice: before a step that must never run twice, check event_id.',
	'Register the production URL with ?key= and the Webhook Key in the Truecaller console.',
	'For a trial without an account, send an event with the Truecaller node: event sendTest.',
].join(' ');

/** The hint on the trigger for AIs that build workflows. Older versions of n8n ignore it. */
export const triggerHint: IBuilderHint = {
	searchHint: SEARCH_HINT,
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-truecaller.truecaller',
			relationHint: 'Shows who calls and why before the call-back; sends test events',
		},
		{ nodeType: 'n8n-nodes-base.wait', relationHint: 'Waits until callback.slot.start' },
		{ nodeType: 'n8n-nodes-base.switch', relationHint: 'One branch for each eventType' },
	],
	extraTypeDefContent: [{ content: `Output item with simplify: ${toShape(output)}` }],
};
