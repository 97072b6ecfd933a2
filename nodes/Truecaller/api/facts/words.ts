/**
 * Meanings of single words in Truecaller's answers. Few are documented, so the first report from a
 * real account may correct this file. The first row that matches a word in lower case counts. A
 * word without a match is unknown; each table says what is then assumed. `guessed`: no page prints
 * the word.
 */
export type Meanings<Meaning> = ReadonlyArray<
	readonly [word: RegExp, meaning: Meaning, source?: 'guessed']
>;

/** `status` of a batch's row. [D3] prints "success"; an unknown word counts as running. [U] §4.5 */
export const BATCH_ROW_STATUS: Meanings<'pushed' | 'failed' | 'running'> = [
	[/^success$/, 'pushed'],
	[/^error$/, 'failed'],
	[/^(failed|failure)$/, 'failed', 'guessed'],
	[/^(pending|running|queued|processing|in[ _-]progress)$/, 'running', 'guessed'],
];

/** `status` of a number. [D3] prints "listed"; an unknown word counts as being listed. [U] §10.8 */
export const NUMBER_STATUS: Meanings<'listed' | 'delisted' | 'delisting' | 'failed' | 'listing'> = [
	[/^listed$/, 'listed'],
	[/^delisted$/, 'delisted', 'guessed'],
	[/delist/, 'delisting', 'guessed'],
	[/fail|reject|error/, 'failed', 'guessed'],
	[/^(pending|listing|queued|processing|in[ _-]progress)$/, 'listing', 'guessed'],
];

/** `status` of a feature set. [D3] prints "draft", "published" is inferred; an unknown word counts as published. */
export const FEATURE_SET_STATUS: Meanings<'draft' | 'published'> = [
	[/^draft$/, 'draft'],
	[/^published$/, 'published', 'guessed'],
];

/** `label_type`. [D1] prints "dynamic"; an unknown word counts as dynamic, because this list should hold no others. */
export const LABEL_TYPE: Meanings<'dynamic' | 'static'> = [
	[/^dynamic$/, 'dynamic'],
	[/^static$/, 'static', 'guessed'],
];

/** `phone_type` of a number. [D3] prints "verified". For information only. */
export const PHONE_TYPE: Meanings<'verified'> = [[/^verified$/, 'verified']];

/** `call_me_back` of a number. [D3] prints "enabled". */
export const CALL_ME_BACK: Meanings<boolean> = [
	[/^enabled$/, true],
	[/^disabled$/, false, 'guessed'],
];

/** `status` of the answer to a listing or delisting. [D3][D4] */
export const LISTING_STATUS: Meanings<'pending' | 'failed'> = [
	[/^pending$/, 'pending'],
	[/^failed$/, 'failed'],
];

/** `status` in the result of one record. [S][D3] */
export const VERDICT_STATUS: Meanings<'success' | 'error'> = [
	[/^success$/, 'success'],
	[/^error$/, 'error'],
	[/^(failed|failure)$/, 'error', 'guessed'],
];

/** `slug` of a refusal. [D3][D4] print the first four; the others are inferred. */
export const SLUG: Meanings<'account' | 'input' | 'fault' | 'rate' | 'address'> = [
	[/^(authorization|forbidden)-error$/, 'account'],
	[/^invalid-input$/, 'input'],
	[/^internal-server-error$/, 'fault'],
	[/^rate-limit-error$/, 'rate', 'guessed'],
	[/^not-found-error$/, 'address', 'guessed'],
];
