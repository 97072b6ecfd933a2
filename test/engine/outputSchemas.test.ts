import { resources } from '../../nodes/Truecaller/resources';
import {
	callMeBack,
	postCallAction,
	userFeedback,
	withoutNumber,
	withoutSlot,
} from '../support/events';
import { FLOWERS } from '../support/numbers';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';
import { findMisfits, findUnseen, readSchema } from '../support/schema';
import { setTriggerStage } from '../support/trigger';
import { PROOFS } from './proof';
import type { Run } from './proof';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
	stage.sandbox.control.settings({ batchSettleMs: 0, listingMs: 0, delistingMs: 0 });
});
afterEach(async () => {
	await stage.sandbox.close();
});

const run: Run = async (parameters, items = [{}]) => {
	const { items: out, error } = await stage.engine.runNode({ parameters, items });
	if (error) throw error;
	return out.map(({ json }) => json);
};

const operations = resources.flatMap(({ value, operations: those }) =>
	those.map((operation) => `${value}.${operation.value}`),
);

describe('the output schema', () => {
	it('is there for every operation', () => {
		expect([...PROOFS.keys()]).toEqual([...operations].sort());
	});

	it.each(operations)('says what really comes out: %s', async (operation) => {
		stage.sandbox.control.seedNumbers({
			featureSetId: FLOWERS,
			state: 'listed',
			phoneNumbers: ['912268012345'],
		});
		const schema = readSchema('v1.0.0', ...operation.split('.'));
		const outputs = (await PROOFS.get(operation)?.outputs(run, stage)) ?? [];
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
