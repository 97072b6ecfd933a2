/** The part of JSON Schema that the files in __schema__ use. */
export type OutputSchema = {
	readonly type: string | readonly string[];
	readonly properties?: Readonly<Record<string, OutputSchema>>;
	readonly required?: readonly string[];
	readonly enum?: ReadonlyArray<string | null>;
	readonly nullable?: boolean;
};

/** A longer list of words takes more space than it is worth to an AI builder. */
const MOST_WORDS = 8;

const typesOf = ({ type, nullable }: OutputSchema): readonly string[] => [
	...[type].flat(),
	...(nullable ? ['null'] : []),
];

const toType = (schema: OutputSchema): string => {
	const words = schema.enum?.filter((word) => word !== null) ?? [];
	const isNullable = typesOf(schema).includes('null');
	if (words.length > 0 && words.length <= MOST_WORDS)
		return [...words, ...(isNullable ? ['null'] : [])].join('|');
	// An object without a required field is shown by its name only.
	if (schema.properties && schema.required) return `${toShape(schema)}${isNullable ? '|null' : ''}`;
	return typesOf(schema).join('|');
};

/**
 * Returns the output rows of an operation in one line: each field with its type or possible words;
 * a text field with its name only.
 */
export const toShape = ({ properties = {}, required = [] }: OutputSchema): string => {
	const fields = Object.entries(properties).map(([name, schema]) => {
		const type = toType(schema);
		return `${name}${required.includes(name) ? '' : '?'}${type === 'string' ? '' : `: ${type}`}`;
	});
	return `{ ${fields.join(', ')} }`;
};
