/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test, never shipped */
import { readdirSync } from 'node:fs';
import { Socket } from 'node:net';
import path from 'node:path';

import { readWorkflow, rowsOf, testRun } from './testRun';

/** What comes out at the last nodes. Nodes of n8n that are pinned put out what the builder wrote as their output. */
const ENDS: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>> = {
	'ask-for-a-batch-later.js': {
		'Keep the outcome': [
			{ number: '+919876543211', outcome: 'pushed' },
			{ number: '+919876543210', outcome: 'pushed' },
		],
	},
	'call-back-who-asked.js': {
		'Place the call': [{ placed: true }],
		'Leave in peace': [{ event_id: 'e2' }],
	},
	'campaign-in-bulk.js': { Report: [{ number: '+919876543210', row: '9876543210' }] },
	'check-the-account-daily.js': {
		Works: ['login', 'callPersonalisation', 'labels', 'numbers'].map((check) => ({ check })),
		'To do': [
			{ check: 'featureSets', advice: expect.stringContaining('A draft is not in use yet') },
			{ check: 'callerNumber', advice: expect.stringContaining('List it') },
		],
	},
	'delist-closed-branches.js': {
		Report: [
			{ number: '+911140000103', result: 'accepted', label: 'FlowerEra Delivery' },
			{ number: '+912268010099', result: 'notThere', label: 'FlowerEra Delivery' },
		],
	},
	'feedback-to-the-team.js': {
		'Note the rating': [{ rating: 2 }],
		'Note the action': [{ action: 'CANCEL_DELIVERY' }],
		'Note the call back': [{ number: '+919876543210' }],
	},
	'list-a-new-number.js': {
		'Line is listed': [{ number: '+912268010001', status: 'pending' }],
	},
	'numbers-without-call-me-back.js': {
		'Tell the team': [
			{ number: '911140000201', featureSet: 'Acme Bank – KYC' },
			{ number: '911140000202', featureSet: 'Acme Bank – KYC' },
			{ number: '911140000301', featureSet: 'Acme Bank – Collections' },
		],
	},
	'plan-of-a-sync.js': {
		'Show the plan': [
			{ number: '+912268010011', action: 'list' },
			{ number: '+912268010012', action: 'list' },
			{ number: '+911140000201', action: 'delist' },
			{ number: '+911140000202', action: 'delist' },
		],
	},
	'show-the-name-then-dial.js': { 'Place the call': [{ placed: true }, { placed: true }] },
};
const FILES = readdirSync(path.join(__dirname, 'workflows'));

beforeEach(() => {
	jest.spyOn(Socket.prototype, 'connect').mockImplementation(() => {
		throw new Error('A test run opened a connection');
	});
});
afterEach(() => jest.restoreAllMocks());

describe('a workflow as AI builders write it', () => {
	it('is kept ten times', () => {
		expect(FILES).toHaveLength(10);
		expect(Object.keys(ENDS)).toEqual(FILES);
	});

	it.each(FILES)('is valid for n8n: %s', async (file) => {
		const { issues, nodes } = await readWorkflow(file);
		expect(issues.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
		expect(nodes.some(({ type }) => type.startsWith('n8n-nodes-truecaller.'))).toBe(true);
	});

	it.each(Object.keys(ENDS))('does what it is for in a test run: %s', async (file) => {
		const run = await testRun(file);
		expect(run.data.resultData.error).toBeUndefined();
		for (const [node, rows] of Object.entries(ENDS[file] ?? {})) {
			// A batch comes back in any order, and a node behind two branches runs twice.
			expect(rowsOf(run, node)).toEqual(expect.arrayContaining([...rows]));
			expect(rowsOf(run, node)).toHaveLength(rows.length);
		}
	});
});
