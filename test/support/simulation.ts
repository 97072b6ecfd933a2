/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import { Socket } from 'node:net';

import type { INode, INodeExecutionData } from 'n8n-workflow';

import { createEngine } from './engine';
import type { Engine, NodeSetUp } from './engine';

/** The engine of the running test file, without any account. */
export let engine: Engine;

/** Opens the engine for the tests of a file, and lets any attempt at a connection fail. */
export const openSimulation = (): void => {
	beforeAll(async () => {
		engine = await createEngine({});
	});
	beforeEach(() => {
		jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
			throw new Error('A simulation opened a connection');
		});
	});
	afterEach(() => jest.restoreAllMocks());
};

export const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';

export const numbersOf = (
	operation: string,
	more: INode['parameters'] = {},
): INode['parameters'] => ({
	resource: 'number',
	operation,
	featureSet: { __rl: true, mode: 'list', value: FLOWERS },
	phoneNumbers: '={{ $json.phone }}',
	options: { defaultCountry: 'IN' },
	...more,
});

/** Runs in a simulation, without a credential. */
export const simulate = async (setUp: NodeSetUp) =>
	await engine.runNode({
		...setUp,
		parameters: { connectTo: 'simulation', ...setUp.parameters },
		withoutCredential: true,
	});

export const isErrorItem = ({ json }: INodeExecutionData) => 'error' in json;
/** The keys that tell where an item comes from: the last of its json, or of the details of an error item. */
export const lastKey = (item: INodeExecutionData) =>
	Object.entries(isErrorItem(item) ? (item.json.details as object) : item.json).at(-1);
export const MARK = ['simulated', true];
