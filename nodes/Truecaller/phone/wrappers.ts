/** Text that software adds around a phone number. Group 1 of the pattern is the number as written. */
export type Wrapper = {
	/** Whose form it is, and where it is described */
	readonly source: string;
	readonly pattern: RegExp;
	/** The digits begin with the country code, with or without a + */
	readonly carriesCode?: true;
};

const PHONE_SCHEMES =
	'tel|telprompt|callto|call|sms|smsto|mms|mmsto|imessage|whatsapp|rcs|viber|skype|facetime|facetime-audio';

const LINK_WITH_NUMBER =
	'(?:https?://)?(?:(?:api|web|www|call|chat)\\.)?whatsapp\\.com/(?:send)?/?|whatsapp:(?://)?send/?|viber:(?://)?\\w+/?|tg:(?://)?resolve/?';

const QUERY = '(?:[?&]+[a-z_]+=.*|\\?[a-z]*)?';
/** Quotes, brackets and separators that hold no digit of a number; round brackets do. */
const MARKS = '["\'`\u00b4\u2018-\u201f\u00ab\u00bb\u2039\u203a\\\\<>\\[\\]{},;\\s]';

/** All known wrappers. Each is removed by itself, so wrappers may be nested. */
export const WRAPPERS: readonly Wrapper[] = [
	{
		source:
			'WhatsApp: api.whatsapp.com/send?phone=… (faq.whatsapp.com, "click to chat"); Viber: viber://chat?number=…; Telegram: tg://resolve?phone=… (core.telegram.org/api/links)',
		pattern: new RegExp(`^(?:${LINK_WITH_NUMBER})\\?(?:.*&)?(?:phone|number)=([^&#]*).*$`, 'i'),
		carriesCode: true,
	},
	{
		source:
			'Chat links: wa.me/<number> (faq.whatsapp.com), t.me/+<number> (core.telegram.org/api/links), signal.me/#p/+<number>',
		pattern:
			/^(?:https?:\/\/)?(?:www\.)?(?:wa\.me\/|t(?:elegram)?\.me\/(?=\+|%2b)|(?:https?:\/\/|sgnl:\/\/)?signal\.me\/#p\/)([^?#/]*)\/?(?:[?#].*)?$/i,
		carriesCode: true,
	},
	{
		source: 'WhatsApp ID (JID) of a person, with or without the number of a device',
		pattern: /^\+?([0-9]+)(?:[.:][0-9]+)*@(?:c\.us|s\.whatsapp\.net)$/i,
		carriesCode: true,
	},
	{
		source: 'SIP URI: the user before the host (RFC 3261 §19.1)',
		pattern: /^sips?:(?:\/\/)?([^@;:]+)(?:[;:][^@]*)?@[^@]*$/i,
	},
	{
		source:
			'URI schemes: tel (RFC 3966), sms (RFC 5724), callto and skype (Skype), facetime (Apple), whatsapp (channels of messaging APIs); vCard writes TEL;TYPE=CELL: (RFC 6350)',
		pattern: new RegExp(`^(?:${PHONE_SCHEMES})(?:;[a-z][a-z=,-]*)*:(?://)?([^?&@]*)${QUERY}$`, 'i'),
	},
	{ source: 'Meta lead forms: p: in exports and webhooks', pattern: /^p:(.*)$/i },
	{
		source: 'Spreadsheets: ="…" keeps a number from being calculated with',
		pattern: /^=\s*(["'].*)$/,
	},
	{
		source:
			'Text marks and lists of one: the apostrophe of spreadsheets, quotes, JSON, arrays of databases, angle brackets of addresses',
		pattern: new RegExp(`^${MARKS}+(.*)$`, 's'),
	},
	{
		source: 'The same marks at the end, and separators before a next value that never came',
		pattern: new RegExp(`^(.*?)${MARKS}+$`, 's'),
	},
	{
		source:
			'Tables that lost their types: .0 or .00 after whole digits, or ,0 where the comma is decimal',
		pattern: /^(\+?[0-9]{7,})(?:\.0+|,00?)$/,
	},
];

/** Deepest nesting of schemes, links and quotes. */
const MOST_LAYERS = 8;

const decode = (text: string): string => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

const takeOneOff = (text: string): string => {
	for (const { pattern, carriesCode } of WRAPPERS) {
		const inner = pattern.exec(text)?.[1];
		if (inner === undefined) continue;
		const number = decode(inner).trim();
		return carriesCode ? number.replace(/^(?:\+|00)?(?=[0-9])/, '+') : number;
	}
	return text;
};

/** Returns the number inside its wrappers, or the text unchanged if it has no wrapper. */
export const takeOffWrappers = (text: string): string => {
	let inside = text;
	for (let layer = 0; layer < MOST_LAYERS; layer++) {
		const next = takeOneOff(inside);
		if (next === inside) return inside;
		inside = next;
	}
	return inside;
};
