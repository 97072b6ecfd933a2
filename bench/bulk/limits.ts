/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute } from './run';
import type { BulkSandbox } from './sandbox';
import { workflowFor } from './workflows';

/** More than three windows of 60. Small batches, for the pace counts batches and not what is in them. */
export const LIMIT_BATCHES = 200;
export const IN_A_BATCH = 10;
export const IN_A_WINDOW = 60;
export const WINDOW_MS = 60_000;
const ID = 'bulk-limits';

export const limitsWorkflow = (url: string) =>
	workflowFor('ours', LIMIT_BATCHES * IN_A_BATCH, url, ID);

export type Paced = {
	leastS: number;
	evenS: number;
	tookS: number;
	refused: number;
	unpacedRefused: number;
};

/** No limit: what it takes to measure all but the pace. */
export const UNPACED = { batchCallsPerWindow: 1_000_000_000 };

/** Changes numbers of the service in the bench's own copy of the pack; what is shipped stays as it is. */
export const patch = (packFolder: string, changes: Record<string, number>): void => {
	const file = join(packFolder, 'dist/nodes/Truecaller/api/facts/limits.js');
	let text = readFileSync(file, 'utf8');
	for (const [name, value] of Object.entries(changes)) {
		const found = new RegExp(`(\\b${name}: )[\\d_e]+,`);
		if (!found.test(text)) throw new Error(`There is no ${name} in ${file}`);
		text = text.replace(found, `$1${value},`);
	}
	writeFileSync(file, text);
};

const send = async (userFolder: string, sandbox: BulkSandbox) => {
	const from = Date.now();
	await execute(userFolder, 'ours', ID);
	const arrivals = (await sandbox.received()).filter(({ at }) => at >= from);
	const refused = arrivals.filter(({ status }) => status === 429).length;
	const times = arrivals.filter(({ status }) => status === 200).map(({ at }) => at);
	return { taken: times.length, refused, tookS: (Math.max(...times) - Math.min(...times)) / 1_000 };
};

/** 200 batches under the limit, once as shipped but for the scale, and once with a pace that never waits. */
export const measureLimits = async (
	userFolder: string,
	packFolder: string,
	sandbox: BulkSandbox,
	scale: number,
): Promise<Paced> => {
	const windowMs = WINDOW_MS / scale;
	await sandbox.settings({ limits: { enforced: true, batchWindowMs: windowMs } });
	patch(packFolder, {
		batchCallsPerWindow: IN_A_WINDOW,
		batchWindowMs: windowMs,
		recordsPerBatch: IN_A_BATCH,
	});
	const paced = await send(userFolder, sandbox);
	if (paced.taken !== LIMIT_BATCHES)
		throw new Error(`With limits the sandbox took ${paced.taken} batches, not ${LIMIT_BATCHES}`);
	patch(packFolder, UNPACED);
	const unpaced = await send(userFolder, sandbox);
	if (unpaced.refused === 0)
		throw new Error('Without our pace there was not one 429: the limits were not on');
	const leastS = (Math.floor((LIMIT_BATCHES - 1) / IN_A_WINDOW) * windowMs) / 1_000;
	const evenS = ((LIMIT_BATCHES / IN_A_WINDOW) * windowMs) / 1_000;
	return {
		leastS,
		evenS,
		tookS: paced.tookS,
		refused: paced.refused,
		unpacedRefused: unpaced.refused,
	};
};
