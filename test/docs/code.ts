import ts from 'typescript';

import { read } from './markdown';

const parse = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);

const walk = <T>(node: ts.Node, pick: (node: ts.Node) => T | undefined): T[] => {
	const found = pick(node);
	const inner: T[] = [];
	ts.forEachChild(node, (child) => void inner.push(...walk(child, pick)));
	return found === undefined ? inner : [found, ...inner];
};

/** A text of the code as people read it, with … for what is put in at run time. */
const textOf = (node: ts.Node): string | undefined => {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
};

/** Every text in a file. */
export const textsIn = (file: string): string[] => walk(parse(file), textOf);

/** The texts that a file gives to a property, such as `message`. */
export const textsOfProperty = (file: string, property: string): string[] =>
	walk(parse(file), (node) =>
		ts.isPropertyAssignment(node) && node.name.getText() === property
			? textOf(node.initializer)
			: undefined,
	);

/** The words of a union type, such as 'pushed' | 'refused'. */
export const unionOf = (file: string, name: string): string[] => {
	const [type] = walk(parse(file), (node) =>
		ts.isTypeAliasDeclaration(node) && node.name.text === name ? node.type : undefined,
	);
	if (!type || !ts.isUnionTypeNode(type)) throw new Error(`${file} has no union "${name}"`);
	return type.types.flatMap((each) =>
		ts.isLiteralTypeNode(each) && ts.isStringLiteral(each.literal) ? [each.literal.text] : [],
	);
};

/** The title of a call such as it('…') or describe.each(…)('…'), with what kind it is. */
const titleOf = (node: ts.Node): { kind: string; title: string } | undefined => {
	const kind = ts.isCallExpression(node)
		? /^(it|test|describe)\b/.exec(node.expression.getText())?.[1]
		: undefined;
	const [first] = ts.isCallExpression(node) ? node.arguments : [];
	const title = first && textOf(first);
	return kind !== undefined && title !== undefined ? { kind, title } : undefined;
};

/** The full titles of the tests in a file, "group › test", as they are written there. */
export const testTitlesIn = (file: string): string[] => {
	const visit = (node: ts.Node, groups: readonly string[]): string[] => {
		const found = titleOf(node);
		const within = found ? [...groups, found.title] : groups;
		const own = found && found.kind !== 'describe' ? [within.join(' › ')] : [];
		const inner: string[] = [];
		ts.forEachChild(node, (child) => void inner.push(...visit(child, within)));
		return [...own, ...inner];
	};
	return visit(parse(file), []);
};
