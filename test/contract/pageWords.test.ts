import ts from 'typescript';

import { filesIn, read } from '../support/sources';

/** Where the text of a template stands between two tags or values, as it is written. */
const templatesOf = (file: string): string[] => {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
			const { template } = node;
			const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
			const head = ts.isTemplateExpression(template) ? template.head : template;
			found.push([head.text, ...spans.map(({ literal }) => literal.text)].join('${}'));
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
};

/** htm drops a line break at the edge of a text, and the spaces around it: what a formatter breaks there is glued. */
const GLUED = [
	/[^\s>}]\s*\n\s*(\$\{|<(a|b|code|em|small|span|strong)\b[^>]*>(?! ))[^\n]*/g,
	/(?<=\$\{\})\s*\n\s*[^\s<$]\S*/g,
];

const withoutTags = (template: string): string =>
	template.replaceAll(/<\/?[a-z$][^>]*>/g, (tag) => tag.replaceAll(/\s*\n\s*/g, ' '));

it('no word of the page is glued to the next by a line break in its template', () => {
	const pages = filesIn('sandbox/page').filter((file) => file.endsWith('.js'));
	const glued = pages.flatMap((file) =>
		templatesOf(file)
			.map(withoutTags)
			.flatMap((template) => GLUED.flatMap((pattern) => template.match(pattern) ?? []))
			.map((text) => `${file}: ${text.trim()}`),
	);
	expect(pages.length).toBeGreaterThan(30);
	expect(glued).toEqual([]);
});
