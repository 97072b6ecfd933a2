import ts from 'typescript';

/** What is hard to read, and the line where it stands. */
export type Fault = { readonly line: number; readonly fault: string };

const LONGEST_SENTENCE = 30;
const LONGEST_HEADING = 60;
const MOST_NEGATIONS = 2;

const NEGATION =
	/\b(?:no|not|none|nobody|nothing|nowhere|never|neither|cannot|without)\b|n['’]t\b/gi;

/** Wordings that hide the person or thing that a sentence is about. */
const RIDDLES: readonly RegExp[] = [
	/\bwhat (?:is|are|was|were|has|have|can|could|needs?) (?:no|not|none|nothing|never)\b/i,
	/\bwho(?:so)?ever\b/i,
];

/** A sentence ends with its mark, and a step of a list with its semicolon or arrow. */
const END = /(?<=[.!?;]["”’)]*)\s+|\s[→›]\s/;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,/-]*/gu;

const faultsOfSentence = (sentence: string): string[] => {
	const negations = sentence.match(NEGATION) ?? [];
	const riddles = RIDDLES.flatMap((riddle) => riddle.exec(sentence)?.[0] ?? []);
	return [
		...riddles.map((words) => `“${words}”: name the person or thing`),
		...(negations.length > MOST_NEGATIONS ? [`${negations.length} negations in a sentence`] : []),
	];
};

const faultsOfLength = (sentence: string): string[] => {
	const words = sentence.match(WORD) ?? [];
	return words.length > LONGEST_SENTENCE ? [`${words.length} words in a sentence`] : [];
};

const faultsOfHeading = (heading: string): string[] => [
	...(/^(?:what|who|whom|whose|whatever)\b/i.test(heading)
		? [`“${heading}”: begin with the word that readers search for`]
		: []),
	...(heading.length > LONGEST_HEADING ? [`${heading.length} characters in a heading`] : []),
];

/** Takes the marks of Markdown away. Code and quotations count as one word: they are not ours to change. */
const toText = (markdown: string): string =>
	markdown
		.replace(/`[^`]*`/g, 'code')
		.replace(/"[^"]*"/g, 'quotation')
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/^\s*(?:[-*>]|\d+\.)\s+/, '')
		.replaceAll('*', '');

const faultsOfLine = (line: string): string[] => {
	const [, heading] = /^#{1,6} (?:[\d.]+ )?(.+)$/.exec(line) ?? [];
	if (heading !== undefined) return faultsOfHeading(toText(heading));
	return line
		.split(/(?<!\\)\|/)
		.flatMap((cell) => toText(cell).split(END))
		.flatMap((sentence) => [...faultsOfSentence(sentence), ...faultsOfLength(sentence)]);
};

/** Returns what is hard to read in a page. Blocks of code are left out. */
export const faultsOfPage = (markdown: string): Fault[] =>
	markdown
		.replace(/^(```|~~~)[^]*?^\1/gm, (block) => block.replace(/[^\n]/g, ''))
		.split('\n')
		.flatMap((line, at) => faultsOfLine(line).map((fault) => ({ line: at + 1, fault })));

const commentsIn = (source: ts.SourceFile): ts.CommentRange[] => {
	const text = source.getFullText();
	const found = new Map<number, ts.CommentRange>();
	const visit = (node: ts.Node): void => {
		for (const range of [
			...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
			...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
		])
			found.set(range.pos, range);
		for (const child of node.getChildren(source)) visit(child);
	};
	visit(source);
	return [...found.values()];
};

/** Returns what is hard to read in the comments of a source file. They may be long: sources stand among the words. */
export const faultsOfComments = (code: string): Fault[] => {
	const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
	return commentsIn(source).flatMap(({ pos, end }) => {
		if (/^\/\*\s*eslint-/.test(code.slice(pos, end))) return [];
		const text = code.slice(pos, end).replace(/^\s*(?:\/\*\*?|\*\/?|\/\/)/gm, '');
		return toText(text.replace(/\s+/g, ' '))
			.split(END)
			.flatMap(faultsOfSentence)
			.map((fault) => ({ line: source.getLineAndCharacterOfPosition(pos).line + 1, fault }));
	});
};
