/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test, never shipped */

import type { IExecuteFunctions, INode } from 'n8n-workflow';

import { problem } from '../../../nodes/Truecaller/api/problems';
import { runItems } from '../../../nodes/Truecaller/items/run';
import { createStrict } from '../../support/strict';

const count = 30;
const readingMs = 30;
const node = { name: 'Truecaller', parameters: {} } as unknown as INode;

const context = createStrict<IExecuteFunctions>({
	getTimezone: () => 'Asia/Kolkata',
	getNode: () => node,
	getNodeParameter: (() => 'truecaller') as never,
	continueOnFail: () => true,
	getInputData: () => Array.from({ length: count }, () => ({ json: {} })),
});

/** As an item with slow expressions: the processor is busy, and nothing else of the process runs. */
const busy = (): void => {
	const until = Date.now() + readingMs;
	while (Date.now() < until);
};

describe('while many items are read', () => {
	// In queue mode a worker says every few seconds that it is alive. One that is deaf for a minute is given up.
	it('the process goes on with other things, and every item is read once and in order', async () => {
		let ticks = 0;
		const ticksAtItem: number[] = [];
		const read: number[] = [];
		const ticking = setInterval(() => (ticks += 1), 1);
		const reading = {
			isDone: () => false,
			doneWord: 'sent',
			toRow: () => ({}),
			read: ({ index }: { index: number }) => {
				busy();
				read.push(index);
				ticksAtItem.push(ticks);
				return { ok: false, problem: problem(`Item ${index}`, 'Mend it.') } as const;
			},
		};
		const output = await runItems(context, reading, async () => []);
		clearInterval(ticking);
		expect(read).toEqual(Array.from({ length: count }, (_, index) => index));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(read.map((item) => ({ item })));
		expect(ticksAtItem.at(0)).toBe(0);
		expect(ticksAtItem.at(-1)).toBeGreaterThan(1);
	});
});
