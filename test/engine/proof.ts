/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject, INode } from 'n8n-workflow';

import type { Stage } from '../support/sandbox';
import type { SetUp } from './faults/setUps/setUp';

/** Runs the node once and returns the output rows. The sandbox settles batches and numbers at once. */
export type Run = (
	parameters: INode['parameters'],
	items?: readonly IDataObject[],
) => Promise<IDataObject[]>;

/** What the tests need to know of an operation: one file in `operations/`, named after what workflows store. */
export type Proof = {
	/** Makes every field of the output schema come out, in as many runs as it takes. */
	readonly outputs: (run: Run, stage: Stage) => Promise<IDataObject[]>;
	/** The operation's rows in the table of faults: each name is part of the titles of its tests. */
	readonly faults: Readonly<Record<string, SetUp>>;
};

const FOLDER = path.join(__dirname, 'operations');

/** The proof of every operation, by `resource.operation`. */
export const PROOFS: ReadonlyMap<string, Proof> = new Map(
	readdirSync(FOLDER)
		.sort()
		.map((file) => [
			file.replace(/\.ts$/, ''),
			jest.requireActual<{ proof: Proof }>(path.join(FOLDER, file)).proof,
		]),
);
