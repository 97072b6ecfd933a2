/** The parts of a request's form that a refusal may be about. */
export type FormFault = 'plus' | 'names' | 'labelName' | 'times' | 'phoneNumbers' | 'headers';

/** Headers that some pages list and others do not. */
export type DoubtfulHeader = 'accept' | 'contentType' | 'publicAccess';

/**
 * Settings for contradictions in the documentation, where a client has to send another form. By
 * default the model expects the form on the newest page of each request. sandbox/README.md explains
 * each.
 */
export type DialectSettings = {
	/** §8 C4: how numbers in call records are written, in every version. */
	callNumbers: 'documented' | 'withPlus' | 'withoutPlus';
	/** §8 C4: the same for listing and delisting. */
	listedNumbers: 'documented' | 'withPlus';
	/** §8 C1: [D2a] v2 took the names of v1. */
	recordNames: 'current' | 'former';
	/** §8 C6: [D3][S] "required", although the label has a name. */
	labelNameRequired: boolean;
	/** §8 C19: [D1] writes times in seconds elsewhere. */
	recordTimes: 'milliseconds' | 'seconds';
	/** §8 C10: the tables of [D3][D4] say "string"; that commas separate several numbers is [I]. */
	phoneNumbersAs: 'array' | 'text';
	/** §1.1 and §8 C13: headers that every request except the login must have. */
	requiredHeaders: DoubtfulHeader[];
	/** §8 C8 [U]: the status of a route that does not exist. */
	missingRouteStatus: 404 | 405;
	/**
	 * [U] Words of a refusal for the form; `{field}` is filled in. Without an entry, the model uses
	 * its own words.
	 */
	formWords: Partial<Record<FormFault, string>>;
	/** [U] Whether this refusal also has a `field`. */
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
