import output from '../../__schema__/v1.0.0/number/sync.json';
import { runItems } from '../../items/run';
import type { Operation } from '../operation';
import { numberFields, syncOptions } from './numberFields';
import { readDesiredNumbers } from './sync/readDesired';
import { refuseExecuteOnce } from './refuseExecuteOnce';
import { syncItems } from './sync/syncItems';
import { toSyncRow } from './sync/syncedNumber';
import { tellSync } from './tellNumbers';

/**
 * Syncs numbers to a desired state: reads the current numbers, shows the plan, and applies it in
 * Mode Apply.
 */
export const sync: Operation = {
	value: 'sync',
	name: 'Sync',
	action: 'Sync numbers',
	description: 'Make a feature set hold exactly the numbers of the input: plan first, then apply',
	toolDescription:
		'Make a feature set hold exactly the numbers of all input items: a plan shows first what would be listed and delisted, and Apply carries it out. Apply delists every number that is not in the list, so an AI agent needs the yes of a person. Apply stops before it changes anything when it would delist more than Max Removals allows.',
	builderNote:
		'The input is the whole desired state: never inside a loop. Mode apply only after somebody has looked at the plan.',
	output,
	fields: [
		{
			displayName: 'Mode',
			name: 'mode',
			type: 'options',
			options: [
				{
					name: 'Apply',
					value: 'apply',
					description: 'List what is missing and delist what is not in the input',
				},
				{ name: 'Plan', value: 'plan', description: 'Only show what would change' },
			],
			default: 'plan',
			description: 'Whether to show what would change, or to change it',
		},
		...numberFields(syncOptions),
	],
	run: async (context) =>
		await runItems(
			context,
			{
				refuse: refuseExecuteOnce,
				read: readDesiredNumbers,
				needsAllItems: true,
				toRow: toSyncRow,
				hint: tellSync,
				itemsOf: ({ items }) => items,
				isDone: ({ state }) => state?.result === 'accepted',
				doneWord: 'accepted by Truecaller',
			},
			syncItems,
		),
};
