import { TruecallerApi } from '../../credentials/TruecallerApi.credentials';
import { triggerProperties } from '../../nodes/Truecaller/events/properties';
import { resources } from '../../nodes/Truecaller/resources';
import { read } from './markdown';

type Field = {
	readonly displayName: string;
	readonly name: string;
	readonly type: string;
	readonly default?: unknown;
	readonly placeholder?: string;
	readonly description?: string;
	readonly options?: readonly unknown[];
	readonly modes?: readonly unknown[];
	readonly displayOptions?: { readonly show?: Readonly<Record<string, readonly unknown[]>> };
};

const isField = (option: unknown): option is Field =>
	typeof option === 'object' && option !== null && 'type' in option;

const fieldsOf = (fields: readonly unknown[], within = ''): Array<[string, Field]> =>
	fields.filter(isField).flatMap((field) => {
		const place = `${within}${field.name}`;
		return [
			[place, field] as [string, Field],
			...fieldsOf([...(field.options ?? []), ...(field.modes ?? [])], `${place}.`),
		];
	});

const all = [
	...resources.flatMap(({ value, operations }) =>
		operations.flatMap((operation) => fieldsOf(operation.fields, `${value}.${operation.value}.`)),
	),
	...fieldsOf(triggerProperties, 'trigger.'),
	...fieldsOf(new TruecallerApi().properties, 'credential.').filter(
		([, { type }]) => type !== 'hidden',
	),
];
const placesWhere = (isSo: (field: Field) => boolean) =>
	all.filter(([, field]) => isSo(field)).map(([place]) => place);

describe('the form of a node', () => {
	it('shows an example, or a value to begin with, in every field to type into', () => {
		expect(all.length).toBeGreaterThan(60);
		const isTyped = ({ type, name }: Field) => type === 'string' && name !== 'apiKey';
		expect(placesWhere((field) => isTyped(field) && !field.placeholder && !field.default)).toEqual(
			[],
		);
	});

	it('explains every field', () => {
		const needsNone = (field: Field) =>
			field.type === 'notice' || field.type === 'collection' || ['list', 'id'].includes(field.name);
		expect(placesWhere((field) => !needsNone(field) && !field.description)).toEqual([]);
	});

	it('offers how long to wait only where there is something to wait for', () => {
		expect(
			placesWhere(
				({ name, displayOptions }) =>
					name === 'maxWait' && !/^waitUntil/.test(Object.keys(displayOptions?.show ?? {}).join()),
			),
		).toEqual([]);
	});
});

describe.each(['Truecaller', 'TruecallerTrigger'])('the codex file of %s', (name) => {
	const codex = JSON.parse(read(`nodes/Truecaller/${name}.node.json`)) as {
		node: string;
		categories: string[];
		subcategories?: object;
		alias: string[];
	};

	it('belongs to its node, and has words to find it by', () => {
		expect(codex.node).toBe(`n8n-nodes-truecaller.${name.charAt(0).toLowerCase()}${name.slice(1)}`);
		expect(codex.alias).toEqual(expect.arrayContaining(['CMB', 'verified business']));
	});

	it('has categories of n8n, and not AI, which would take it out of the nodes panel', () => {
		expect(codex.categories).toEqual(['Communication', 'Sales']);
		expect(JSON.stringify(codex)).not.toContain('"AI"');
	});
});
