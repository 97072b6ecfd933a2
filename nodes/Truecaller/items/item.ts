import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readReference } from './reference';
import type { Reference } from './reference';

/** One input item, with the node's parameters evaluated for it. */
export type Item = {
	readonly index: number;
	readonly json: IDataObject;
	/** The IANA name of the workflow's time zone. */
	readonly timezone: string;
	/** Returns the value of a parameter, of any type. Throws n8n's error for a broken expression. */
	readonly parameter: (name: string) => unknown;
	/** Returns a parameter as it stands in the node, before its expression is evaluated. */
	readonly source: (name: string) => unknown;
	/** Returns a parameter as trimmed text; empty for null, undefined and objects. */
	readonly text: (name: string) => string;
	/** Returns a field of the Options collection, or undefined if the user did not add it. */
	readonly option: (name: string) => unknown;
	/** Returns the ID of a resource locator, in any mode. */
	readonly locator: (name: string) => string;
};

const toText = (value: unknown): string =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value).trim() : '';

const isRecord = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null;

/** Returns whether a value contains an expression, which n8n marks by an equals sign at its start. */
const hasExpression = (value: unknown): boolean => {
	if (typeof value === 'string') return value.startsWith('=');
	return isRecord(value) && Object.values(value).some(hasExpression);
};

type ReadAt = (name: string, index: number, json: IDataObject) => unknown;

/** Returns the parameters whose expressions only name fields of the item. */
const findReferences = (parameters: IDataObject): Map<string, Reference> => {
	const found = Object.entries(parameters).map(
		([name, value]) =>
			[name, typeof value === 'string' ? readReference(value) : undefined] as const,
	);
	return new Map(
		found.flatMap(([name, reference]) => (reference ? [[name, reference] as const] : [])),
	);
};

/**
 * Creates a reader of parameters. Reading one costs n8n most of the time that an item takes. So a parameter without
 * an expression is read once for all items, and a plain field is taken from the item. Any other expression is evaluated
 * once per item. Only the values of the current item are kept.
 */
const createReader = (context: IExecuteFunctions, parameters: IDataObject): ReadAt => {
	const references = findReferences(parameters);
	/** True once n8n evaluated this expression to the item's own field. For an AI tool it differs: its `$json` is another item. */
	const agreed = new Map<string, boolean>();
	const shared = new Map<string, unknown>();
	const own = { index: -1, values: new Map<string, unknown>() };
	const read = (values: Map<string, unknown>, name: string, index: number): unknown => {
		if (!values.has(name)) values.set(name, context.getNodeParameter(name, index, null));
		return values.get(name);
	};
	const varies = new Map<string, boolean>();
	const isVarying = (name: string): boolean => {
		const known = varies.get(name);
		if (known !== undefined) return known;
		// For a field of a collection, such as filters.departmentId, looks at the whole collection.
		const [root = name] = name.split('.');
		const found = hasExpression(parameters[root]);
		varies.set(name, found);
		return found;
	};
	const evaluate = (name: string, index: number): unknown => {
		if (!isVarying(name)) return read(shared, name, index);
		if (own.index !== index) own.values.clear();
		own.index = index;
		return read(own.values, name, index);
	};
	return (name, index, json) => {
		const field = references.get(name)?.(json);
		if (field !== undefined && agreed.get(name) === true) return field;
		const value = evaluate(name, index);
		if (field !== undefined && !agreed.has(name)) agreed.set(name, value === field);
		return value;
	};
};

/** Returns the input items. Parameters are evaluated for each of them, because an expression can differ by item. */
export const readItems = (context: IExecuteFunctions): Item[] => {
	const timezone = context.getTimezone();
	const { parameters } = context.getNode();
	const readAt = createReader(context, parameters);
	return context.getInputData().map(({ json }, index) => {
		const parameter = (name: string): unknown => readAt(name, index, json);
		return {
			index,
			json,
			timezone,
			parameter,
			source: (name) => parameters[name],
			text: (name) => toText(parameter(name)),
			option: (name) => {
				const options = parameter('options');
				return isRecord(options) ? options[name] : undefined;
			},
			locator: (name) => {
				const value = parameter(name);
				return toText(isRecord(value) ? value.value : value);
			},
		};
	});
};
