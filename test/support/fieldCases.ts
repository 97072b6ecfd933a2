/** Fields as they arrive from sheets, CRMs, lead forms and messengers; every person and number is made up. */

/** `right` is the number in E.164, or null where the number must be refused. */
export type PhoneCase = {
	readonly given: string | number | readonly string[];
	readonly right: string | null;
	/** ISO 3166; India unless said. */
	readonly defaultCountry?: string;
	/** Words that the refusal must contain. */
	readonly because?: RegExp;
};

export const PHONES: readonly PhoneCase[] = [
	{ given: 'p:+919876543210', right: '+919876543210' },
	{ given: 'whatsapp:+919876543210', right: '+919876543210' },
	{ given: 'https://wa.me/919876543210', right: '+919876543210' },
	{ given: '="9876543210"', right: '+919876543210' },
	{ given: 'tel:+91-98765-43210', right: '+919876543210' },
	{ given: 'M: 98765 43210', right: '+919876543210' },
	{ given: 'Mob. 98765 43210', right: '+919876543210' },
	{ given: '98765 43210 (mobile)', right: '+919876543210' },
	{ given: ['9876543210'], right: '+919876543210' },
	{ given: '919876543210.00', right: '+919876543210' },
	{ given: '0919876543210', right: '+919876543210' },
	{ given: 'Ravi', right: null },
	{ given: 'N/A', right: null },
	{ given: '98765xxxxx', right: null },
	{ given: '98765O3210', right: null },
	{ given: '98765 43210 x12', right: null },
	{ given: '9876543210/11', right: null, because: /two numbers|more than one number/i },
	{ given: '-9876543119', right: null },
	{ given: 919_877_000_000, right: null },
	{ given: '+98765 43210', right: null },
	{ given: '+098765 43210', right: null, because: /\b0\b/ },
	{ given: '+62 21 5551234/5', right: null, defaultCountry: 'ID' },
	{ given: '0234/123456-10', right: '+4923412345610', defaultCountry: 'DE' },
];

/** Numbers of a business that are valid in India, as Caller Number. */
export const BUSINESS_PHONES: readonly PhoneCase[] = [
	{ given: '1800 123 4567', right: '+9118001234567' },
	{ given: '1860 500 5555', right: '+9118605005555' },
];

/** Starts At in a workflow whose zone is Asia/Kolkata; `right` is an instant, or null for a refusal. */
export type TimeCase = {
	readonly given: string | number;
	readonly right: string | null;
	readonly because?: RegExp;
};

const TEN = '2026-11-27T10:00:00+05:30';

export const TIME_ZONE = 'Asia/Kolkata';
export const TIMES: readonly TimeCase[] = [
	{ given: 46_353.416_666_7, right: TEN },
	{ given: '46353.4166667', right: TEN },
	{ given: '27-Nov-2026 10:00', right: TEN },
	{ given: '27 Nov 2026 10:00', right: TEN },
	{ given: 'Nov 27, 2026 10:00 AM', right: TEN },
	{ given: 'Friday, 27 November 2026, 10:00 am', right: TEN },
	{ given: '2026/11/27 10:00', right: TEN },
	{ given: '2026-11-27 10:00 AM', right: TEN },
	{ given: '2026-11-27 10:00:00 PM', right: '2026-11-27T22:00:00+05:30' },
	{ given: '27/11/2026 10:00', right: TEN },
	{ given: '11/27/2026 10:00', right: TEN },
	{ given: '05/11/2026 10:00', right: null, because: /November[^]*May|May[^]*November|Nov[^]*May/ },
	{ given: '2026-02-30', right: null },
	{ given: '10:00', right: null },
	{ given: 'tomorrow', right: null },
];

/** `right` is what is sent, or null for a refusal; `cleaned` is what Clean Call Reason sends in its place. */
export type TextCase = {
	readonly given: string;
	readonly right: string | null;
	readonly cleaned?: string;
};

export const REASONS: readonly TextCase[] = [
	{ given: 'Hi undefined, your order is here', right: null },
	{ given: '[object Object] delivery today', right: null },
	{ given: 'null, your order is here', right: null },
	{ given: 'You owe NaN rupees', right: null },
	{ given: '{{name}} your order', right: null },
	{ given: 'Dear ${name}', right: null },
	{ given: 'Your [object Object] is on its way', right: null },
	{ given: '<b>Delivery</b> today', right: null, cleaned: 'Delivery today' },
	{ given: 'Delivery &amp; pickup today', right: null, cleaned: 'Delivery and pickup today' },
	{
		given: 'Hi , your order is here',
		right: 'Hi , your order is here',
		cleaned: 'Hi, your order is here',
	},
	{ given: 'Your order\nis here', right: null, cleaned: 'Your order is here' },
	{ given: 'Your order\tis here', right: null, cleaned: 'Your order is here' },
	{ given: 'Your\u200b order is here', right: null, cleaned: 'Your order is here' },
	{ given: 'Your cafe\u0301 order is here', right: 'Your café order is here' },
	{ given: 'Your order is here\n', right: 'Your order is here' },
];
