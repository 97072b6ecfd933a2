import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation, Resource } from '../resources/operation';

const isBrief = ({ type }: INodeProperties): boolean => type === 'collection';

/**
 * Returns true for a field called mode: n8n takes it for the name of a variant of the node, and
 * omits it from the definition.
 */
const isForgotten = ({ name }: INodeProperties): boolean => name === 'mode';

/** Returns the first operation of the resource that has exactly this field. */
const firstWith = ({ operations }: Resource, field: INodeProperties): Operation | undefined =>
	operations.find(({ fields }) => fields.includes(field));

const isToldBefore = (resource: Resource, operation: Operation, field: INodeProperties): boolean =>
	!isBrief(field) && firstWith(resource, field) !== operation;

/**
 * Removes collections, and fields that an earlier operation has, from the definition that n8n gives
 * AI builders. The hint of the operation describes them in a tenth of the space. n8n omits a field
 * that is disabled for a whole resource; the second condition is never true, so the field stays
 * enabled in the editor.
 */
export const leaveToHint =
	(resource: Resource, operation: Operation) =>
	(field: INodeProperties): INodeProperties =>
		isBrief(field) || isToldBefore(resource, operation, field)
			? {
					...field,
					disabledOptions: { show: { resource: [resource.value], connectTo: ['nothing'] } },
				}
			: field;

const isChoice = (option: object): option is INodePropertyOptions => 'value' in option;
const isField = (option: object): option is INodeProperties => 'type' in option;

const TYPES: Readonly<Record<string, string>> = {
	dateTime: 'string',
	json: 'object',
	multiOptions: 'string[]',
	// For a drop-down whose choices the editor loads.
	options: 'string',
	resourceLocator: "{ __rl: true, mode: 'id', value }",
};

const typeOf = ({ type, options = [] }: INodeProperties): string => {
	const choices = options.filter(isChoice).map(({ value }) => `'${String(value)}'`);
	return choices.length > 0 ? choices.join('|') : (TYPES[type] ?? type);
};

/** Max Wait (Seconds) → (seconds) */
const unitOf = ({ displayName }: INodeProperties): string => {
	const unit = /\(.+\)$/.exec(displayName)?.[0];
	return unit === undefined ? '' : ` ${unit.toLowerCase()}`;
};

const defaultOf = ({ default: value }: INodeProperties): string =>
	!value || typeof value === 'object' || value === '{}' ? '' : ` = ${String(value)}`;

const toBrief = (field: INodeProperties): string =>
	`${field.name}?: ${typeOf(field)}${unitOf(field)}${defaultOf(field)}`;

const toBriefCollection = ({ name, options = [] }: INodeProperties): string =>
	`${name}?: { ${options.filter(isField).map(toBrief).join(', ')} }`;

const tellShared = (resource: Resource, operation: Operation): string[] => {
	const shared = operation.fields.filter((field) => isToldBefore(resource, operation, field));
	const [one] = shared;
	const names = new Set(shared.map(({ name, required }) => `${name}${required ? '' : '?'}`));
	return one ? [`As in ${firstWith(resource, one)?.value}: ${[...names].join(', ')}`] : [];
};

/** Returns the lines of the hint for the removed fields, derived from the fields themselves. */
export const tellBriefly = (resource: Resource, operation: Operation): string[] => [
	...tellShared(resource, operation),
	...operation.fields.filter(isForgotten).map(toBrief),
	...operation.fields.filter(isBrief).map(toBriefCollection),
];
