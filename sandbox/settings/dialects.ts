import type {
	DialectSettings,
	FormFault,
} from '../../nodes/Truecaller/simulation/settings/dialects';
import { listOf, oneOf, requireFields, text, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

const words = text(500);

const FORM_WORDS: Readonly<Record<FormFault, Requirement>> = {
	plus: words,
	names: words,
	labelName: words,
	times: words,
	phoneNumbers: words,
	headers: words,
};

export const DIALECT_REQUIREMENTS: Record<keyof DialectSettings, Requirement> = {
	callNumbers: oneOf('documented', 'withPlus', 'withoutPlus'),
	listedNumbers: oneOf('documented', 'withPlus'),
	recordNames: oneOf('current', 'former'),
	labelNameRequired: yesOrNo,
	recordTimes: oneOf('milliseconds', 'seconds'),
	phoneNumbersAs: oneOf('array', 'text'),
	requiredHeaders: listOf('accept', 'contentType', 'publicAccess'),
	missingRouteStatus: oneOf(404, 405),
	formWords: (value) => {
		requireFields('formWords', value, FORM_WORDS);
		return undefined;
	},
	formWordsWithField: yesOrNo,
};
