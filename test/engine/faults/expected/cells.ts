/**
 * The words that the tables of this folder are written in. Nothing here or in the tables comes from the code
 * under test: every cell was written by hand, from what is promised to the user.
 */

/** What can go wrong with a call. `once`: the next call of the same kind finds all in order again. */
export const FAULTS = [
	'the connection is refused',
	'reset before the body was read',
	'reset after the body was read',
	'reset once',
	'no answer in time',
	'401 once',
	'401 always',
	'403',
	'404',
	'429 once',
	'429 once, with a Retry-After of a second',
	'429 with a Retry-After of an hour',
	'429 always',
	'500 always',
	'500 once',
	'502 with an HTML page',
	'200 with an error inside',
	'an answer that breaks off',
	'cut-off JSON',
	'an empty body',
	'wrong types',
	'a redirect to another host',
] as const;
export type Fault = (typeof FAULTS)[number];

/** How many requests reach the sandbox: this many, or from so many to so many where time decides. */
export type Count = number | readonly [from: number, to: number];

/** An error in words: its message in full, and a piece of what it tells the user to do. */
export type Words = { readonly message: string | RegExp; readonly todo: string };

export type Cell = {
	/** What each input item comes to, in input order. `error` is an error item, or with On Error: Stop the end of the run. */
	readonly items: readonly string[];
	/** The words of the error, or of a call that is still running. */
	readonly words?: Words;
	/** Requests to this route when the run stops at an error, and when it goes on. */
	readonly stops: Count;
	readonly goesOn: Count;
	/** … and when n8n runs the node a second time, because Retry On Fail is on and the first time ended in an error. */
	readonly again: Count;
	/** What comes out after that second time, where the fault is gone by then; more than one where time decides. */
	readonly secondTime?: ReadonlyArray<readonly string[]>;
	/** Most logins of the run, where one is not enough. */
	readonly logins?: number;
};

export type Row = Readonly<Record<Fault, Cell>>;

/** A cell without an error: however On Error is set, the same comes out. */
export const rows = (items: readonly string[], requests: Count, words?: Words): Cell => ({
	items,
	words,
	stops: requests,
	goesOn: requests,
	again: requests,
});

/** A cell with errors. */
export const fails = (
	items: readonly string[],
	words: Words,
	[stops, goesOn, again]: readonly [Count, Count, Count],
	...secondTime: ReadonlyArray<readonly string[]>
): Cell => ({
	items,
	words,
	stops,
	goesOn,
	again,
	...(secondTime.length > 0 ? { secondTime } : {}),
});

export const ERROR = 'error';
export const NOT_SENT = 'tryAgain/notSent';
export const RATE_LIMITED = 'tryAgain/rateLimited';
export const NO_ANSWER = 'unknown/noAnswer';
export const SERVER_FAULT = 'unknown/serverFault';
export const REFUSED = 'refused/invalidInput';

/** What the user is told to do about each outcome. */
export const ADVICE: Readonly<Record<string, string>> = {
	pushed: 'Place the call',
	accepted: 'Get the status of the batch in a minute, to see what became of this call',
	running: 'Truecaller is still working on this call; get the status of the batch later',
	'tryAgain/failedToPush':
		'Try once more in a minute, or place the call as usual; the phone could not be reached',
	[NOT_SENT]:
		'Try again, or place the call as usual; Truecaller could not be reached and nothing was sent',
	[RATE_LIMITED]: 'Try again in a minute; Truecaller took no more calls from this account',
	[NO_ANSWER]:
		'Place the call as usual; Truecaller did not answer, so the name and reason may or may not show',
	[SERVER_FAULT]:
		'Place the call as usual; Truecaller had a fault, so the name and reason may or may not show',
	[REFUSED]: 'Correct what Truecaller names in the message, then try again',
};

export const FORBIDDEN: Words = {
	message: 'Truecaller does not allow this with your API key',
	todo: 'In the Truecaller console, under Manage API Keys, check that the key may use this feature',
};
export const TOKEN_TURNED_AWAY: Words = {
	message: 'Truecaller does not accept the access token, not even a new one',
	todo: 'Open the credential and press Retry.',
};
export const NO_SUCH_ADDRESS: Words = {
	message: 'Truecaller does not know the address that was called',
	todo: 'Check Base URL and Client Account ID in the credential.',
};
export const TOO_MANY: Words = {
	message: 'Truecaller asks for fewer calls, and still did after several tries',
	todo: 'Run this again in a minute.',
};
export const SENT_ON: Words = {
	message: 'The Base URL of the credential sends calls on to another address',
	todo: 'Nothing was sent to the other address.',
};
export const UNREACHABLE: Words = {
	message: 'Truecaller could not be reached, so nothing was sent',
	todo: 'Check the network connection of n8n and the Base URL in the credential',
};
export const UNREADABLE: Words = {
	message: 'Truecaller did not answer in a form that can be read',
	todo: 'Run this again in a minute, and check Base URL in the credential.',
};
/** Truecaller's refusal that came as a success; its own words follow. */
export const refusedInWords = (said: string): Words => ({
	message: 'Truecaller refused the request',
	todo: `Read what Truecaller said, correct the input and run this again. Truecaller said: "${said}"`,
});
export const FAULT: Words = {
	message: 'Truecaller has a fault of its own at the moment',
	todo: 'Run this again in a few minutes.',
};
