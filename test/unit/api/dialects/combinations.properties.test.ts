import fc from 'fast-check';

import type { Api } from '../../../../nodes/Truecaller/api/request';
import type { E164 } from '../../../../nodes/Truecaller/phone/phoneNumber';
import { followUp } from '../../../../nodes/Truecaller/resources/callPersonalisation/sending/batchFollowUp';
import { sendBatch } from '../../../../nodes/Truecaller/resources/callPersonalisation/sending/batchSend';
import {
	readPush,
	sendPush,
} from '../../../../nodes/Truecaller/resources/callPersonalisation/sending/push';
import { readCall } from '../../../../nodes/Truecaller/resources/callPersonalisation/call';
import { sendNumbers } from '../../../../nodes/Truecaller/resources/number/sendNumbers';
import { manyCustomers, personaliseCall } from '../../../support/calls';
import { combinations, LEAST_FAVOURABLE } from '../../../support/dialects';
import type { Combination, DepartureName } from '../../../support/dialects';
import { createItem } from '../../../support/item';
import { FLOWERS } from '../../../support/numbers';
import { openModel } from '../../../support/spokenModel';

const COUNT = 7;
const items = manyCustomers(COUNT).map(({ phone }) =>
	createItem({
		labelName: '',
		startsAt: '',
		endsAt: '',
		durationMinutes: 60,
		...personaliseCall(),
		receiverNumber: phone,
	}),
);

const personalise = async (api: Api): Promise<unknown[]> =>
	await Promise.all(
		items.map(async (item) => {
			const push = readPush(item);
			if (!push.ok) throw new Error(push.problem.message);
			const result = await sendPush(push.value, api, item);
			return result.ok ? result.values[0]?.outcome.outcome : result.problem.message;
		}),
	);

/** Three batches side by side, and what became of them. */
const personaliseBulk = async (api: Api): Promise<unknown[]> => {
	const calls = items.map((item) => {
		const call = readCall(item, Date.now());
		if (!call.ok) throw new Error(call.problem.message);
		return call.value;
	});
	const chunks = [calls.slice(0, 3), calls.slice(3, 6), calls.slice(6)];
	const replies = await Promise.all(
		chunks.map(async (chunk) => await sendBatch(chunk, api, 'automatic')),
	);
	const sent = replies.map((reply) => (reply.ok ? reply.value : reply.problem.message));
	const told = sent.flatMap((each) => (typeof each === 'string' ? [each] : []));
	if (told.length > 0) return told;
	const done = await followUp(
		replies.flatMap((reply) => (reply.ok ? reply.value : [])),
		api,
		{ version: 'automatic', maxWaitMs: 5_000, retryUnreachable: false },
	);
	return done.map(({ outcome }) => outcome.outcome);
};

const numbers = Array.from(
	{ length: COUNT },
	(_none, index) => `+9122680${18_000 + index}` as E164,
);
const listNumbers = async (api: Api): Promise<unknown[]> => {
	const reply = await sendNumbers('list', numbers, api, FLOWERS);
	return reply.ok ? reply.value.map(({ result }) => result) : [reply.problem.message];
};

/** What an operation asks of the model where it speaks as documented, and which departures it can meet. */
const OPERATIONS = {
	personalise: {
		run: personalise,
		outcome: 'pushed',
		requests: COUNT,
		meets: ['callNumbers', 'recordNames', 'labelName', 'times', 'accept', 'publicAccess'],
	},
	personaliseBulk: {
		run: personaliseBulk,
		outcome: 'pushed',
		requests: 3 + 3,
		meets: [
			'callNumbers',
			'recordNames',
			'labelName',
			'times',
			'versions',
			'accept',
			'publicAccess',
			'contentType',
		],
	},
	list: {
		run: listNumbers,
		outcome: 'accepted',
		requests: 1,
		meets: ['listedNumbers', 'phoneNumbers', 'accept', 'publicAccess'],
	},
} as const;

type Operation = keyof typeof OPERATIONS;

/** One request more for each departure that the operation meets, and one look at the labels for their names. */
const mostRequests = (operation: Operation, names: readonly DepartureName[]): number => {
	const { requests, meets } = OPERATIONS[operation];
	const met = names.filter((name) => meets.some((each) => each === name));
	const needsLabels = met.includes('labelName');
	const needsHeaderOfGet = names.includes('contentType') && !met.includes('contentType');
	return requests + met.length + Number(needsLabels) + Number(needsLabels && needsHeaderOfGet);
};

const check = async (operation: Operation, { names, settings }: Combination): Promise<void> => {
	const model = openModel(settings);
	const { run, outcome } = OPERATIONS[operation];
	expect(await run(model.api)).toEqual(Array(COUNT).fill(outcome));
	expect(model.met.length).toBeLessThanOrEqual(mostRequests(operation, names));
	expect([...model.pushes.values()].filter((count) => count !== 1)).toEqual([]);
	if (operation !== 'list') expect(model.pushes.size).toBe(COUNT);
};

describe('an account that departs from the newest pages in any combination', () => {
	it.each(Object.keys(OPERATIONS) as Operation[])(
		'lets the first run of %s through with one more request per departure at most, and nothing is pushed twice',
		async (operation) => {
			await fc.assert(
				fc.asyncProperty(combinations, async (combination) => await check(operation, combination)),
				{ numRuns: 150 },
			);
		},
	);

	it.each(Object.keys(OPERATIONS) as Operation[])(
		'lets %s through where every departure comes together',
		async (operation) => await check(operation, LEAST_FAVOURABLE),
	);
});

describe('an account that speaks as the newest pages document', () => {
	it.each(Object.keys(OPERATIONS) as Operation[])(
		'gets not one request more from %s',
		async (operation) => {
			const model = openModel({});
			const { run, outcome, requests } = OPERATIONS[operation];
			expect(await run(model.api)).toEqual(Array(COUNT).fill(outcome));
			expect(model.met).toHaveLength(requests);
		},
	);
});
