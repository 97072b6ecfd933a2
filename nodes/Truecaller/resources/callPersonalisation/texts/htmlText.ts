/** Tags that only format letters: removing one leaves the letters side by side. */
const INLINE = 'a|abbr|b|bdi|big|code|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|u';
/** Tags of blocks: removing one leaves a space. */
const BLOCK =
	'article|blockquote|body|br|center|dd|del|div|dl|dt|footer|h[1-6]|head|header|hr|html|img|input|label|li|link|meta|nav|ol|p|pre|q|section|table|tbody|td|tfoot|th|thead|tr|ul|wbr|[a-z]+:[a-z]+';
const WHOLE = /<!--.*?-->|<(style|script|title)\b[^<>]*>.*?<\/\1\s*>/gis;

/** Matches a tag with its attributes, or one that is cut off at the end of the text. */
const tag = (names: string): string =>
	`<\\/?(?:${names})(?:\\s[^<>]*|\\s*\\/)?>|<\\/?(?:${names})\\s*$`;
const INLINE_TAGS = new RegExp(`(?:${tag(INLINE)})+`, 'gi');
const BLOCK_TAGS = new RegExp(tag(BLOCK), 'gi');

/** The named entities that editors and CRMs write. Accented letters are in the table below. */
const ENTITIES: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	ensp: ' ',
	emsp: ' ',
	thinsp: ' ',
	cent: '¢',
	pound: '£',
	yen: '¥',
	euro: '€',
	deg: '°',
	sup2: '²',
	sup3: '³',
	frac14: '¼',
	frac12: '½',
	frac34: '¾',
	times: '×',
	divide: '÷',
	plusmn: '±',
	minus: '−',
	hellip: '…',
	ndash: '–',
	mdash: '—',
	lsquo: '‘',
	rsquo: '’',
	ldquo: '“',
	rdquo: '”',
	laquo: '«',
	raquo: '»',
	bull: '•',
	middot: '·',
	copy: '©',
	reg: '®',
	trade: '™',
	ordf: 'ª',
	ordm: 'º',
	iquest: '¿',
	iexcl: '¡',
	szlig: 'ß',
	aelig: 'æ',
	AElig: 'Æ',
	oslash: 'ø',
	Oslash: 'Ø',
	shy: '\u00ad',
	zwj: '\u200d',
	zwnj: '\u200c',
};
/** `&eacute;` is a letter with the name of its accent. */
const ACCENTED = /^([A-Za-z])(grave|acute|circ|tilde|uml|cedil|ring|caron)$/;
const ACCENTS: Readonly<Record<string, string>> = {
	grave: '\u0300',
	acute: '\u0301',
	circ: '\u0302',
	tilde: '\u0303',
	uml: '\u0308',
	ring: '\u030a',
	caron: '\u030c',
	cedil: '\u0327',
};
/** Browsers also read the oldest entities without a semicolon. */
const ENTITY =
	/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));|&(amp|lt|gt|quot|nbsp)(?![\w;])/gi;

const fromCode = (code: number): string =>
	code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';

const fromName = (name: string): string | undefined => {
	const [, letter, accent = ''] = ACCENTED.exec(name) ?? [];
	return letter === undefined
		? (ENTITIES[name] ?? ENTITIES[name.toLowerCase()])
		: (letter + (ACCENTS[accent] ?? '')).normalize('NFC');
};

const decode = (whole: string, decimal?: string, hex?: string, name?: string, bare?: string) => {
	if (decimal !== undefined) return fromCode(Number(decimal));
	if (hex !== undefined) return fromCode(Number.parseInt(hex, 16));
	return fromName(name ?? bare ?? '') ?? whole;
};

const isBetweenDigits = (text: string, from: number, to: number): boolean =>
	/\d/.test(text[from - 1] ?? '') && /\d/.test(text[to] ?? '');

/** Removes tags. Digits on both sides of a tag never join into one number. */
const dropTags = (text: string): string =>
	text
		.replace(WHOLE, ' ')
		.replace(BLOCK_TAGS, ' ')
		.replace(INLINE_TAGS, (tags: string, at: number, all: string) =>
			isBetweenDigits(all, at, at + tags.length) ? ' ' : '',
		);

/** Some systems escape text that is escaped already. No real text has more layers than this. */
const MOST_LAYERS = 5;

/**
 * Reads HTML as text: removes tags and decodes entities until none are left ("&amp;lt;b&amp;gt;").
 */
export const readHtml = (given: string): string => {
	let text = given;
	for (let layer = 0; layer < MOST_LAYERS && /[<&]/.test(text); layer++) {
		const inner = dropTags(text).replace(ENTITY, decode);
		if (inner === text) break;
		text = inner;
	}
	return text;
};
