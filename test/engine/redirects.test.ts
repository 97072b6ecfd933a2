import type { INode } from 'n8n-workflow';

import { startSandbox } from '../../sandbox/server';
import type { Sandbox } from '../../sandbox/server';
import { customers, personaliseCall } from '../support/calls';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
/** Where the redirect leads: a host that would take whatever it gets, the token included. */
let elsewhere: Sandbox;
beforeEach(async () => {
	stage = await setStage();
	elsewhere = await startSandbox();
});
afterEach(async () => {
	await stage.sandbox.close();
	await elsewhere.close();
});

const FEATURE_SET = { __rl: true, mode: 'id', value: '069d2e3a-41e6-41f9-a768-157d7e3bd6b9' };
const numbers = (operation: string, more: INode['parameters'] = {}): INode['parameters'] => ({
	resource: 'number',
	operation,
	featureSet: FEATURE_SET,
	phoneNumbers: '+912268010001',
	...more,
});
const bulk = (apiVersion: string) =>
	personaliseCall({ operation: 'personaliseBulk' }, { apiVersion });
const status = (apiVersion: string): INode['parameters'] => ({
	resource: 'batch',
	operation: 'getStatus',
	batchId: 'b-1',
	options: { apiVersion },
});

/** Every call that a node makes, by the name that the sandbox has for its route. */
const CALLS: ReadonlyArray<readonly [route: string, parameters: INode['parameters']]> = [
	['token', personaliseCall()],
	['realTimeV2', personaliseCall()],
	['realTimeV1', personaliseCall({}, { apiVersion: 'v1' })],
	['batchV3', bulk('v3')],
	['batchV2', bulk('v2')],
	['batchV1', bulk('v1')],
	['batchV3Status', status('v3')],
	['batchV2Status', status('v2')],
	['batchV1Status', status('v1')],
	['labels', { resource: 'label', operation: 'getMany', returnAll: true }],
	['featureSets', { resource: 'featureSet', operation: 'getMany', returnAll: true }],
	['numbers', { resource: 'number', operation: 'getMany', returnAll: true }],
	['publish', numbers('list')],
	['delist', numbers('delist')],
	['numbers', numbers('sync')],
];

/** 302 makes a GET of a POST, 307 repeats it with its body. */
describe.each([302, 307])('A redirect with status %i', (code) => {
	it.each(CALLS)(
		'is not followed from %s: nothing reaches the other host, and the error says why',
		async (route, parameters) => {
			stage.sandbox.control.next({
				route,
				status: code,
				headers: { location: `${elsewhere.url}/clients/a/labels` },
			});
			const { error, items } = await stage.engine.runNode({
				parameters,
				items: customers('9876540000'),
			});
			expect(stage.sandbox.control.received(route)).toHaveLength(1);
			expect(elsewhere.control.received()).toEqual([]);
			expect(items).toEqual([]);
			expect(error?.message).toBe(
				route === 'token'
					? 'The Base URL is not the address of the Truecaller API'
					: 'The Base URL of the credential sends calls on to another address',
			);
		},
	);
});

it.each([
	['searchLabels', 'labels'],
	['searchFeatureSets', 'featureSets'],
])('A redirect is not followed by the picker %s either', async (method, route) => {
	stage.sandbox.control.next({ route, status: 302, headers: { location: `${elsewhere.url}/` } });
	await expect(stage.engine.search(method)).rejects.toThrow(
		'The Base URL of the credential sends calls on to another address',
	);
	expect(elsewhere.control.received()).toEqual([]);
});
