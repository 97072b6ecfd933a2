import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeProperties,
	INodePropertyOptions,
} from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';

import { leaveToHint } from '../builders/briefFields';
import { connectToFields, SUBTITLE_PREFIX } from './connectTo';
import type { OutputSchema } from '../builders/outputShape';
import { toolDescriptionFields } from './toolDescription';

/** One operation of the node: its fields and its code. */
export type Operation = {
	/** Users' workflows store this value: never change it. */
	readonly value: string;
	/** Text for users, which may change. */
	readonly name: string;
	readonly action: string;
	/** Description in the editor's list, which has two lines: at most 90 characters. */
	readonly description: string;
	/**
	 * Effects, limits and the meaning of the output. AI agents that use the node as a tool rely on
	 * this text.
	 */
	readonly toolDescription: string;
	/** What an AI that builds workflows needs to know in addition to the description. */
	readonly builderNote?: string;
	/** The schema of the output rows. The editor shows it, too. */
	readonly output: OutputSchema;
	readonly fields: readonly INodeProperties[];
	readonly run: (context: IExecuteFunctions) => Promise<INodeExecutionData[]>;
};

/** Searches by name for a picker in the editor. */
export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Loads the choices of a drop-down in the editor. */
export type Choices = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;

/** A group of operations under one heading in the editor. */
export type Resource = {
	/** Users' workflows store this value: never change it. */
	readonly value: string;
	readonly name: string;
	readonly description: string;
	readonly operations: readonly Operation[];
	/** The pickers of this resource, by the names that fields refer to. */
	readonly searches?: Readonly<Record<string, Search>>;
	/** The drop-downs of this resource, by the names that fields refer to. */
	readonly choices?: Readonly<Record<string, Choices>>;
};

/** Returns the collection "Options" of an operation. */
export const optionsField = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...options].sort((one, other) => one.displayName.localeCompare(other.displayName)),
});

const onlyFor = (resource: Resource, operation?: Operation) => ({
	show: { resource: [resource.value], ...(operation ? { operation: [operation.value] } : {}) },
});

const firstValue = (choices: ReadonlyArray<{ readonly value: string }>): string =>
	choices[0]?.value ?? '';

const resourceSelector = (resources: readonly Resource[]): INodeProperties => ({
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: resources.map(({ name, value, description }) => ({ name, value, description })),
	default: firstValue(resources),
});

const operationSelector = (resource: Resource): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: onlyFor(resource),
	options: resource.operations.map(({ name, value, action, description }) => ({
		name,
		value,
		action,
		description,
	})),
	default: firstValue(resource.operations),
});

/**
 * Returns the whole form of the node. Only here, each field gets the condition for when it is
 * shown.
 */
export const toProperties = (resources: readonly Resource[]): INodeProperties[] => [
	...connectToFields,
	resourceSelector(resources),
	...resources.map(operationSelector),
	...resources.flatMap((resource) =>
		resource.operations.flatMap((operation) =>
			updateDisplayOptions(onlyFor(resource, operation), [
				...toolDescriptionFields(resource.value, operation.toolDescription),
				...operation.fields.map(leaveToHint(resource, operation)),
			]),
		),
	),
];

/**
 * Returns the operation that a workflow asks for, or undefined if this version does not have it.
 */
export const findOperation = (
	resources: readonly Resource[],
	resource: unknown,
	operation: unknown,
): Operation | undefined =>
	resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);

/** Returns the pickers of all resources. */
export const toSearches = (resources: readonly Resource[]): Record<string, Search> =>
	Object.assign({}, ...resources.map(({ searches = {} }) => searches));

/** Returns the drop-downs of all resources. */
export const toChoices = (resources: readonly Resource[]): Record<string, Choices> =>
	Object.assign({}, ...resources.map(({ choices = {} }) => choices));

/**
 * Returns the subtitle on the canvas: an expression that shows the action in words, by the two
 * stored values.
 */
export const toSubtitle = (resources: readonly Resource[]): string => {
	const actions = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => [`${value}.${operation.value}`, operation.action]),
	);
	return `={{ ${SUBTITLE_PREFIX} + (${JSON.stringify(Object.fromEntries(actions))})[$parameter["resource"] + "." + $parameter["operation"]] }}`;
};
