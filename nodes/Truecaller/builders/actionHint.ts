import type { IBuilderHint, IBuilderHintVariation } from 'n8n-workflow';

import { tellBriefly } from './briefFields';
import type { Operation, Resource } from '../resources/operation';
import { toShape } from './outputShape';

const SEARCH_HINT = [
	'Personalise first, then place the call in the next node: this node shows who calls and why, and rings no phone.',
	'One call now: callPersonalisation personalise. A list: personaliseBulk.',
	'Then a Switch on outcome. pushed is not seen; after unknown, never send again.',
	'Leave Retry On Fail off: this node refuses it, because it would send calls twice, and retries by itself what is safe.',
	'No Wait loop: waitUntilFinished waits.',
	'options.maxCalls is the brake of a run.',
	"For a trial without account or credential set connectTo to 'simulation'.",
	'Call-backs start with Truecaller Trigger.',
].join(' ');

const toVariation = (resource: Resource, operation: Operation): IBuilderHintVariation => ({
	content: [
		`Output item: ${toShape(operation.output)}`,
		operation.builderNote ?? [],
		tellBriefly(resource, operation),
	]
		.flat()
		.join('\n'),
	displayOptions: { show: { resource: [resource.value], operation: [operation.value] } },
});

/** Returns the hint for AIs that build workflows. Older versions of n8n ignore it. */
export const toActionHint = (resources: readonly Resource[]): IBuilderHint => ({
	searchHint: SEARCH_HINT,
	relatedNodes: [
		{
			nodeType: 'n8n-nodes-truecaller.truecallerTrigger',
			relationHint: 'Starts a workflow when a person asks to be called back',
		},
		{
			nodeType: 'n8n-nodes-base.switch',
			relationHint: 'One branch for each outcome',
		},
		{
			nodeType: 'n8n-nodes-base.httpRequest',
			relationHint: 'Places the call at a dialler after personalising',
		},
	],
	extraTypeDefContent: resources.flatMap((resource) =>
		resource.operations.map((operation) => toVariation(resource, operation)),
	),
});
