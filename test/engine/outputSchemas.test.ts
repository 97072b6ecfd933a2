import type { IDataObject, INode } from 'n8n-workflow';

import { resources } from '../../nodes/Truecaller/resources';
import { customers, personaliseCall } from '../support/calls';
import {
	callMeBack,
	postCallAction,
	userFeedback,
	withoutNumber,
	withoutSlot,
} from '../support/events';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';
import { findMisfits, findUnseen, readSchema } from '../support/schema';
import { setTriggerStage, WORD } from '../support/trigger';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
	stage.sandbox.control.settings({ batchSettleMs: 0, listingMs: 0, delistingMs: 0 });
});
afterEach(async () => {
	await stage.sandbox.close();
});

const FLOWERS = '069d2e3a-41e6-41f9-a768-157d7e3bd6b9';
const OF_EVERY_KIND = customers(
	'9876540000',
	'9876540001',
	'9876540002',
	'9876540003',
	'9876540004',
	'9876540005',
	'9876540006',
	'9876540007',
);
const named = personaliseCall({ labelName: 'Acme Flowers' }, { timeLimit: 2_000 });
const many = (more: INode['parameters'] = {}) => ({
	...named,
	operation: 'personaliseBulk',
	...more,
});

const run = async (parameters: INode['parameters'], items: readonly IDataObject[] = [{}]) => {
	const { items: out, error } = await stage.engine.runNode({ parameters, items });
	if (error) throw error;
	return out.map(({ json }) => json);
};

const numbers = (
	operation: string,
	phoneNumbers: string,
	more: INode['parameters'] = {},
	options: IDataObject = {},
): INode['parameters'] => ({
	resource: 'number',
	operation,
	featureSet: { __rl: true, mode: 'id', value: FLOWERS },
	phoneNumbers,
	...more,
	options: options as never,
});

/** What each operation puts out, from as many sides as it takes to see all of its fields. */
const OUTPUTS: Readonly<Record<string, () => Promise<IDataObject[]>>> = {
	'callPersonalisation.personalise': async () => await run(named, OF_EVERY_KIND),
	'callPersonalisation.personaliseBulk': async () => [
		...(await run(many(), OF_EVERY_KIND)),
		...(await run(many({ waitUntilFinished: true, maxWait: 2 }), OF_EVERY_KIND)),
	],
	'batch.getStatus': async () => {
		const [first] = await run(many(), OF_EVERY_KIND);
		return await run({
			resource: 'batch',
			operation: 'getStatus',
			batchId: String(first?.batchId),
		});
	},
	'number.list': async () => [
		...(await run(numbers('list', '+91 22 6801 9991, +91 22 6801 2345'))),
		...(await run(
			numbers('list', '+91 22 6801 9993', {}, { waitUntilSettled: true, maxWait: 20 }),
		)),
	],
	'number.delist': async () => [
		...(await run(numbers('delist', '+91 22 6801 2345, +91 22 6801 9992'))),
		...(await run(
			numbers('delist', '+91 22 6801 2345', {}, { waitUntilSettled: true, maxWait: 20 }),
		)),
	],
	'number.sync': async () => [
		...(await run(numbers('sync', '+91 22 6801 9991', { mode: 'plan' }, { maxRemovals: 0 }))),
		...(await run(numbers('sync', '+91 22 6801 9991', { mode: 'apply' }))),
		...(await run(numbers('sync', '+91 22 6801 9991', { mode: 'apply' }))),
	],
	'number.getMany': async () =>
		await run({ resource: 'number', operation: 'getMany', returnAll: true }),
	'featureSet.getMany': async () =>
		await run({ resource: 'featureSet', operation: 'getMany', returnAll: true }),
	'label.getMany': async () =>
		await run({ resource: 'label', operation: 'getMany', returnAll: true }),
	'event.sendTest': async () => {
		const trigger = await setTriggerStage();
		const send = { resource: 'event', operation: 'sendTest', webhookUrl: trigger.url };
		const answered = await run({ ...send, webhookKey: WORD });
		await trigger.close();
		return [...answered, ...(await run(send))];
	},
};

const operations = resources.flatMap(({ value, operations: those }) =>
	those.map((operation) => `${value}.${operation.value}`),
);

describe('the output schema', () => {
	it('is there for every operation', () => {
		expect(Object.keys(OUTPUTS).sort()).toEqual([...operations].sort());
	});

	it.each(operations)('says what really comes out: %s', async (operation) => {
		stage.sandbox.control.seedNumbers({
			featureSetId: FLOWERS,
			state: 'listed',
			phoneNumbers: ['912268012345'],
		});
		const schema = readSchema('v1.0.0', ...operation.split('.'));
		const outputs = (await OUTPUTS[operation]?.()) ?? [];
		expect(outputs.length).toBeGreaterThan(0);
		expect(outputs.flatMap((json) => findMisfits(json, schema))).toEqual([]);
		expect(findUnseen(outputs, schema)).toEqual([]);
	});

	it('says what really comes out of the trigger', async () => {
		const trigger = await setTriggerStage({ parameters: { events: [] } });
		const events = [
			callMeBack({ business_number: '912268012345' }),
			callMeBack({ ...withoutNumber, ...withoutSlot }),
			callMeBack({ client_number: 'NA', is_interested: false }),
			{ event_type: 'call_me_back', payload: {} },
			postCallAction,
			userFeedback,
			{},
		];
		for (const [index, event] of events.entries())
			await trigger.deliver({
				...event,
				...('event_id' in event ? { event_id: `e${index}` } : {}),
			});
		await trigger.close();
		const outputs = trigger.executions.flat().map(({ json }) => json);
		const schema = readSchema(`v${trigger.node.description.version as number}.0.0`);
		expect(outputs).toHaveLength(events.length);
		expect(outputs.flatMap((json) => findMisfits(json, schema))).toEqual([]);
		expect(findUnseen(outputs, schema)).toEqual([]);
	});
});

describe('comparing with a schema', () => {
	const schema = {
		type: 'object',
		properties: {
			a: { type: ['string', 'null'] },
			b: { type: 'object', nullable: true, properties: { c: { type: 'integer' } } },
		},
		required: ['a'],
	};

	it.each([
		[{ a: 'x', b: { c: 1 } }, []],
		[{ a: null, b: null }, []],
		[{ a: 1 }, ['json.a is integer, not string or null']],
		[
			{ b: { c: 1.5, d: 1 } },
			['json.a is missing', 'json.b.c is number, not integer', 'json.b.d is not in the schema'],
		],
	])('%j: %j', (value, misfits) => {
		expect(findMisfits(value, schema)).toEqual(misfits);
	});

	it('finds what never comes', () => {
		expect(findUnseen([{ a: 1 }, { b: {} }], schema)).toEqual(['json.b.c']);
	});
});
