import type { IDataObject, INode } from 'n8n-workflow';

import type { Engine } from './engine';

/** A row of Check Setup. */
export type Row = {
	readonly check: string;
	readonly result: string;
	readonly message: string;
	readonly advice: string;
	readonly details: IDataObject;
};

/** Runs Check Setup with three input items, as every node may get more than one. */
export const checkSetup = async (
	engine: Engine,
	options: IDataObject = {},
	onError?: INode['onError'],
): Promise<Row[]> => {
	const { items, error } = await engine.runNode({
		parameters: { resource: 'account', operation: 'checkSetup', options: options as never },
		items: [{}, {}, {}],
		onError,
	});
	if (error) throw error;
	return items.map(({ json }) => json as Row);
};

export const resultsOf = (rows: readonly Row[]): string[] =>
	rows.map(({ check, result }) => `${check}: ${result}`);

export const findRow = (rows: readonly Row[], check: string): Row | undefined =>
	rows.find((row) => row.check === check);
