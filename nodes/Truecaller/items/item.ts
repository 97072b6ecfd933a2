import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

/** One input item and the node's parameters as they read for it. */
export type Item = {
	readonly index: number;
	readonly json: IDataObject;
	/** The IANA name of the workflow's time zone. */
	readonly timezone: string;
	/** A parameter as it is: whatever an expression yields. Throws what n8n throws for a broken expression. */
	readonly parameter: (name: string) => unknown;
	/** A parameter as trimmed text; empty for null, undefined and objects. */
	readonly text: (name: string) => string;
	/** One field of the Options collection, or undefined when the user did not add it. */
	readonly option: (name: string) => unknown;
	/** The id behind a resource locator, in whatever mode it was chosen. */
	readonly locator: (name: string) => string;
};

const toText = (value: unknown): string =>
	['string', 'number', 'bigint', 'boolean'].includes(typeof value) ? String(value).trim() : '';

const isRecord = (value: unknown): value is IDataObject => typeof value === 'object' && value !== null;

/** Every parameter is read at its own item's index: an expression can differ from item to item. */
export const readItems = (context: IExecuteFunctions): Item[] => {
	const timezone = context.getTimezone();
	return context.getInputData().map(({ json }, index) => {
		const parameter = (name: string): unknown => context.getNodeParameter(name, index, null);
		let options: unknown;
		return {
			index,
			json,
			timezone,
			parameter,
			text: (name) => toText(parameter(name)),
			option: (name) => {
				options ??= parameter('options') ?? {};
				return isRecord(options) ? options[name] : undefined;
			},
			locator: (name) => {
				const value = parameter(name);
				return toText(isRecord(value) ? value.value : value);
			},
		};
	});
};
