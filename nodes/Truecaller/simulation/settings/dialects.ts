/** What a refusal for the form of a request can be about. */
export type FormFault = 'plus' | 'names' | 'labelName' | 'times' | 'phoneNumbers' | 'headers';

/** Headers that some pages list and others do not. */
export type DoubtfulHeader = 'accept' | 'contentType' | 'publicAccess';

/**
 * Switches for what the pages contradict each other about, where a client has to send something else. By default the
 * model wants what the newest page of each call prints. sandbox/README.md explains each.
 */
export type DialectSettings = {
	/** §8 C4: how numbers of call records are written, in every version. */
	callNumbers: 'documented' | 'withPlus' | 'withoutPlus';
	/** §8 C4: the same for listing and delisting. */
	listedNumbers: 'documented' | 'withPlus';
	/** §8 C1: [D2a] v2 took the names of v1. */
	recordNames: 'current' | 'former';
	/** §8 C6: [D3][S] "required", though the label has a name. */
	labelNameRequired: boolean;
	/** §8 C19: [D1] writes times in seconds elsewhere. */
	recordTimes: 'milliseconds' | 'seconds';
	/** §8 C10: the tables of [D3][D4] say "string"; that several are separated by commas is [I]. */
	phoneNumbersAs: 'array' | 'text';
	/** §1.1 and §8 C13: headers without which every request but the login is refused. */
	requiredHeaders: DoubtfulHeader[];
	/** §8 C8 [U]: how a route that does not exist is refused. */
	missingRouteStatus: 404 | 405;
	/** [U] The words of a refusal for form, `{field}` filled in; without a row the model uses its own. */
	formWords: Partial<Record<FormFault, string>>;
	/** [U] Whether such a refusal names the field beside its words. */
	formWordsWithField: boolean;
};

export const defaultDialectSettings = (): DialectSettings => ({
	callNumbers: 'documented',
	listedNumbers: 'documented',
	recordNames: 'current',
	labelNameRequired: false,
	recordTimes: 'milliseconds',
	phoneNumbersAs: 'array',
	requiredHeaders: [],
	missingRouteStatus: 404,
	formWords: {},
	formWordsWithField: true,
});
