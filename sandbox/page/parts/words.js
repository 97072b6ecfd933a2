/** Truecaller's words with their meaning. The first match is shown. */
const MEANINGS = [
	[/not a Truecaller user/, 'This person does not use Truecaller. Call as usual.'],
	[/OS is not supported/, 'An iPhone: only Android phones can show it. Call as usual.'],
	[/app version is not supported/, 'The app on this phone is too old to show it. Call as usual.'],
	[/Failed to push/, 'The phone could not be reached. Try once more in a minute.'],
	[
		/Invalid receiver number/,
		'Truecaller does not take this receiver. Correct the number in your list.',
	],
	[
		/please login again|Failed to parse token/,
		'The token is missing, too old or not known. The node logs in again by itself.',
	],
	[
		/invalid key_id or api_key/,
		'Key ID and Secret API Key do not belong together. Copy both again from this page.',
	],
	[
		/too many tokens/,
		'All access tokens of these 30 minutes are used up. When the next one is possible is shown above.',
	],
	[
		/too many requests/,
		'More than the limit in this window. The node slows down and sends it again.',
	],
	[/older than current time/, 'The window was over when the call arrived. Set a later Ends At.'],
	[/more than 24 hours/, 'A window is 24 hours at most. Bring Starts At and Ends At closer.'],
	[/older than starts_at/, 'The window ends before it starts. Exchange Starts At and Ends At.'],
	[/must be a dynamic label/, 'This label is static. Choose a dynamic one.'],
	[
		/must belong to the client account/,
		'No label of this account has this id. Choose one from the list.',
	],
	[/without \+/, 'This call wants numbers as country code and digits, without a plus.'],
	[/with \+/, 'This call wants numbers with a plus in front.'],
	[
		/dynamic_call_reason/,
		'The reason is too short, too long, or has a character that Truecaller refuses.',
	],
	[/dynamic_label_name/, 'The name is too short or too long.'],
	[/is not allowed/, 'Truecaller does not know this field. Look at how it is spelled.'],
	[/is required/, 'A field is missing that Truecaller needs.'],
	[/X-Public-Access/, 'A login needs the header “X-Public-Access: allow”.'],
	[/Content-Type/, 'A body needs the header “Content-Type: application/json”.'],
	[/batch not found/, 'No batch of this account has this id.'],
	[/feature set not found/, 'No feature set of this account has this id.'],
	[/no route for/, 'Truecaller has no such address. Look at the Base URL and the API version.'],
	[/refused by the control plane/, 'You set this failure, under Controls.'],
];

const BY_STATUS = {
	401: 'The token is missing, too old or not known.',
	403: 'The key works, but not for this account or this feature. Check its access level.',
	404: 'Truecaller has no such address.',
	429: 'More than the limit in this window.',
};

/** Returns in a sentence why a request was refused, or an empty text when it was accepted. */
export function explain({ status, said, field }) {
	if (status === null)
		return 'The connection was cut without an answer. The node reports the outcome “unknown” and does not send the call twice.';
	const [, meaning] =
		(status >= 300 || field !== null || said === 'Failed to push') && said
			? (MEANINGS.find(([words]) => words.test(said)) ?? [])
			: [];
	if (meaning) return meaning;
	if (status < 300) return '';
	if (BY_STATUS[status]) return BY_STATUS[status];
	return status >= 500
		? 'Truecaller had a fault of its own. Whether it took the request is not known.'
		: `Truecaller does not take this${field ? `: look at “${field}”` : ''}.`;
}
