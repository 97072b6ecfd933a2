import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

const featureSets = { resource: 'featureSet', operation: 'getMany', returnAll: true };
const LISTS = [
	['getDepartments', 'departmentId', 'department_id', 'department_name'],
	['getCallingOperations', 'operationId', 'operation_id', 'calling_operation_name'],
	['getProcesses', 'processId', 'process_id', 'process_name'],
] as const;

const answer = (rows: readonly object[]) =>
	stage.sandbox.control.next({
		route: 'featureSets',
		times: 3,
		status: 200,
		body: { feature_sets: rows },
	});

describe('the places that numbers and feature sets can be filtered by', () => {
	it.each(LISTS)('are offered by name: %s', async (list, filter, idField, nameField) => {
		const choices = await stage.engine.choices(list);
		expect(choices.length).toBeGreaterThan(1);
		expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
		const [first] = choices;
		const { items } = await stage.engine.runNode({
			parameters: { ...featureSets, simplify: false, filters: { [filter]: first?.value ?? '' } },
		});
		expect(items.length).toBeGreaterThan(0);
		for (const { json } of items) {
			expect(json[idField]).toBe(first?.value);
			const name = first?.name.replace(/ \([^(]+…\)$/, '');
			expect([json[nameField], json.sub_process_name]).toContain(name);
		}
	});

	it('are each offered once, in the order of their names, and by their ID where there is no name', async () => {
		answer([
			{ id: '1', department_id: 'd2', department_name: 'Sales' },
			{ id: '2', department_id: 'd1', department_name: 'Care' },
			{ id: '3', department_id: 'd2', department_name: 'Sales' },
			{ id: '4', department_id: 'd3', department_name: '' },
			{ id: '5' },
		]);
		expect(await stage.engine.choices('getDepartments')).toEqual([
			{ name: 'Care', value: 'd1' },
			{ name: 'd3', value: 'd3' },
			{ name: 'Sales', value: 'd2' },
		]);
	});

	it('are told apart by the beginning of their ID where they have the same name', async () => {
		answer([
			{ id: '1', department_id: '8e16b0d3-0953', department_name: 'Sales' },
			{ id: '2', department_id: '0a0a0a0a-0000', department_name: 'Sales' },
			{ id: '3', department_id: '0c0c0c0c-0000', department_name: 'Care' },
		]);
		expect((await stage.engine.choices('getDepartments')).map(({ name }) => name)).toEqual([
			'Care',
			'Sales (0a0a0a0a…)',
			'Sales (8e16b0d3…)',
		]);
	});

	it('name a sub-process before its process, because the ID is that of the sub-process', async () => {
		answer([
			{ id: '1', process_id: 'p1', process_name: 'Delivery', sub_process_name: 'Returns' },
			{ id: '2', process_id: 'p2', process_name: 'Delivery', sub_process_name: null },
		]);
		expect(await stage.engine.choices('getProcesses')).toEqual([
			{ name: 'Delivery', value: 'p2' },
			{ name: 'Returns', value: 'p1' },
		]);
	});

	it('say in place of the list what kept them from being loaded', async () => {
		stage.sandbox.control.next({ route: 'featureSets', times: 10, status: 403 });
		await expect(stage.engine.choices('getDepartments')).rejects.toThrow(
			'Truecaller does not allow this with your API key',
		);
	});
});
